/** Every recipe that comes with Vigie, by its name. A new one is a file beside this and a line here. */
import { fileFolder } from './file-folder.ts'
import { forumThread } from './forum-thread.ts'
import { gallery } from './gallery.ts'
import type { WrittenRecipe } from './recipe.ts'

export const recipes: Readonly<Record<string, WrittenRecipe>> = {
  gallery,
  'forum-thread': forumThread,
  'file-folder': fileFolder,
}

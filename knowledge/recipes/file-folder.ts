import type { WrittenRecipe } from './recipe.ts'

/** The listing that a web server makes of a folder of files, as Apache's mod_autoindex and nginx do. */
export const fileFolder: WrittenRecipe = {
  describes:
    'A folder of files as a web server lists it: names alone, which are compared with names that people watch for.',
  items: ':is(pre, td, li) a[href]:not([href^="?"], [href^="."], [href^="/"])',
  link: '@href',
  title: '.',
  folder: 'h1',
}

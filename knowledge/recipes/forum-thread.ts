import type { WrittenRecipe } from './recipe.ts'

/** A thread of a forum whose pages are made as phpBB 3 makes them (its style "prosilver"). */
export const forumThread: WrittenRecipe = {
  describes: 'A thread of a forum like phpBB 3: each post with its own address and its first picture.',
  items: '.post[id]',
  link: '.author a[href*="#p"]@href',
  picture: '.attachbox img, .content img.postimage@src',
  title: 'h3',
  pageAge: 'meta[name="rating" i]@content',
  folder: 'h2.topic-title',
  next: '.pagination a[rel~="next"]@href',
}

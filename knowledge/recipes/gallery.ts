import type { WrittenRecipe } from './recipe.ts'

/** A gallery that is written as HTML has it for pictures with a caption: HTML Living Standard §4.4.12. */
export const gallery: WrittenRecipe = {
  describes: 'A gallery of figures: a picture with a link and a caption, older ones on the next page.',
  items: 'figure',
  link: 'a@href',
  picture: 'img@src',
  title: 'figcaption',
  age: '.age, .rating, [data-age]',
  pageAge: 'meta[name="rating" i]@content',
  folder: 'h1',
  next: 'a[rel~="next"]@href',
}

/** A gallery as the recipe of that name reads it: newest first, five figures a page. */
import { faults, startGallery, type TestGallery } from './gallery.ts'

export interface Figure {
  name: string
  picture?: string
  title?: string
  age?: string
  /** The figure's own markup, instead of what is made of the rest. */
  html?: string
}

export interface TestListing extends AsyncDisposable {
  url: string
  site: TestGallery
  add(...figures: Figure[]): void
  remove(name: string): void
  /** What stands in the page's head; `next` replaces the address of the next page. */
  page: { head: string; heading: string; next: ((page: number) => string) | null }
  misbehave(how: keyof typeof faults | null): void
}

const perPage = 5

export async function startListing(): Promise<TestListing> {
  const site = await startGallery()
  const figures: Figure[] = []
  const listing: TestListing = {
    url: `${site.origin}/new`,
    site,
    page: { head: '', heading: '', next: null },
    add(...more) {
      figures.unshift(...more)
      draw()
    },
    remove(name) {
      figures.splice(
        figures.findIndex((figure) => figure.name === name),
        1,
      )
      draw()
    },
    misbehave: (how) => site.misbehave(how && faults[how]),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }

  function draw(): void {
    for (let page = 0; page <= figures.length / perPage; page++)
      site.publish(page === 0 ? '/new' : `/new?page=${page}`, (answer) => {
        const shown = figures.slice(page * perPage, (page + 1) * perPage)
        const isLast = (page + 1) * perPage >= figures.length
        const next = listing.page.next?.(page) ?? (isLast ? null : `/new?page=${page + 1}`)
        answer
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(
            `<head>${listing.page.head}</head><h1>${listing.page.heading}</h1>${shown.map(toHtml).join('\n')}${next ? `<a rel="next" href="${next}">Older</a>` : ''}`,
          )
      })
  }
  draw()
  return listing
}

function toHtml({ name, picture = `/files/${name}.jpg`, title = '', age = '', html }: Figure): string {
  return (
    html ??
    `<figure><a href="/item/${name}"><img src="${picture}"></a><figcaption>${title}</figcaption><b class="age">${age}</b></figure>`
  )
}

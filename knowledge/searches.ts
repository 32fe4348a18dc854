/**
 * Reverse-image searches that a person may open herself, in her own browser, for an address that is public already.
 * The forms of these links are in common use and documented by nobody: look at them now and then.
 */
export interface Search {
  id: string
  name: string
  /** `{address}`: where the picture's address goes, percent-encoded. */
  link: string
  source: string
  checked: string
  sure: 'published' | 'reported' | 'unconfirmed'
}

export const searches: readonly Search[] = [
  {
    id: 'google-lens',
    name: 'Google Lens',
    link: 'https://lens.google.com/uploadbyurl?url={address}',
    source: 'https://lens.google.com/',
    checked: '2026-11-24',
    sure: 'unconfirmed',
  },
  {
    id: 'bing',
    name: 'Bing',
    link: 'https://www.bing.com/images/search?view=detailv2&iss=sbi&form=SBIIRP&sbisrc=UrlPaste&q=imgurl:{address}',
    source: 'https://www.bing.com/visualsearch',
    checked: '2026-11-24',
    sure: 'unconfirmed',
  },
  {
    id: 'yandex',
    name: 'Yandex',
    link: 'https://yandex.com/images/search?rpt=imageview&url={address}',
    source: 'https://yandex.com/images/',
    checked: '2026-11-24',
    sure: 'unconfirmed',
  },
  {
    id: 'tineye',
    name: 'TinEye',
    link: 'https://tineye.com/search?url={address}',
    source: 'https://tineye.com/',
    checked: '2026-11-24',
    sure: 'unconfirmed',
  },
]

/** The link for an address; null unless it is of the open web, where an engine could fetch it. */
export function searchLink({ link }: Search, address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname.endsWith('.onion')) return null
  url.username = ''
  url.password = ''
  url.hash = '' // it may hold a key
  return link.replace('{address}', () => encodeURIComponent(url.href))
}

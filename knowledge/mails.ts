/**
 * The mail that says that there is something new. It must not explain itself to whoever looks over her shoulder: no word
 * of what this is about, the same text and shape whatever the news is, a practice included.
 */
import type { Lang } from '#core/case/types.ts'

const words: Record<Lang, { subject: string; news: string; address: string; answers: string }> = {
  en: {
    subject: 'Something new for you',
    news: 'There is something new for you. You can sign in as usual to read it.',
    address: 'The address is {url}',
    answers: 'This message was sent by a computer. Nobody reads replies to it.',
  },
  // Without tu or vous: the same mail goes to every age.
  fr: {
    subject: 'Du nouveau',
    news: 'Il y a du nouveau. Pour lire, il suffit de se connecter comme d’habitude.',
    address: 'L’adresse est {url}',
    answers: 'Ce message est envoyé par un ordinateur. Personne ne lit les réponses.',
  },
  nl: {
    subject: 'Er is iets nieuws',
    news: 'Er is iets nieuws voor je. Je kunt je aanmelden zoals altijd om het te lezen.',
    address: 'Het adres is {url}',
    answers: 'Dit bericht is door een computer verstuurd. Niemand leest antwoorden.',
  },
  // Without Sie or du, for the same reason.
  de: {
    subject: 'Es gibt etwas Neues',
    news: 'Es gibt etwas Neues. Zum Lesen genügt es, sich wie immer anzumelden.',
    address: 'Die Adresse ist {url}',
    answers: 'Diese Nachricht kommt von einem Computer. Niemand liest Antworten.',
  },
}

/** `homeUrl` is the bare home address, and only where she asked for a link; `coverName` signs. */
export function alertMail(mail: { lang: Lang; coverName: string; homeUrl: string | null }): {
  subject: string
  text: string
} {
  const { subject, news, address, answers } = words[mail.lang]
  const link = mail.homeUrl === null ? [] : [address.replace('{url}', mail.homeUrl)]
  return { subject, text: `${[news, ...link, answers, mail.coverName].join('\n\n')}\n` }
}

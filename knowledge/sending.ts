/** What she agrees to when a request is sent for her: kept with the consent, word for word. No law is quoted. */
import { type AgeBand, isMinor, type Lang } from '#core/case/types.ts'
import { fill } from './letters/text.ts'

const words: Record<Lang, string> = {
  en: 'This service sends the letter by email to {recipient}, at {address}. It also sends other letters that you release for this address. The sender is an address of this service that belongs to this request alone. Your own address is not shown. Answers come here, and you read them in your file. The mail goes through mail servers, which can read it. You can stop this at any time. What has been sent cannot be called back.',
  fr: 'Ce service envoie la lettre par e-mail à l’adresse {address} ({recipient}). Il y envoie aussi d’autres lettres quand [vous les validez|tu les valides]. L’expéditeur est une adresse de ce service, réservée à cette demande. [Votre|Ton] adresse n’apparaît pas. Les réponses arrivent ici, et [vous les lisez dans votre|tu les lis dans ton] dossier. Le message passe par des serveurs de messagerie, qui peuvent le lire. [Vous pouvez|Tu peux] arrêter à tout moment. Ce qui est parti ne peut pas être repris.',
  nl: 'Deze dienst stuurt de brief per e-mail naar {recipient}, op {address}. Ook andere brieven naar dit adres gaan zo, als je ze vrijgeeft. De afzender is een adres van deze dienst, voor dit verzoek alleen. Je eigen adres is niet te zien. Antwoorden komen hier aan, en je leest ze in je dossier. De mail gaat langs mailservers, die hem kunnen lezen. Je kunt dit op elk moment stoppen. Wat verstuurd is, kan niet terug.',
  de: 'Dieser Dienst schickt den Brief per E-Mail an {recipient}, Adresse {address}. Auch andere Briefe gehen so dorthin, wenn [Sie sie freigeben|du sie freigibst]. Absender ist eine Adresse dieses Dienstes, die nur zu diesem Antrag gehört. [Ihre|Deine] eigene Adresse ist nicht zu sehen. Antworten kommen hier an, und [Sie lesen sie in Ihrer|du liest sie in deiner] Akte. Die E-Mail läuft über Mailserver, die sie lesen können. [Sie können|Du kannst] das jederzeit beenden. Was verschickt ist, kommt nicht zurück.',
}

/** The words for one recipient and one address, as she reads them. */
export function sendingWords(
  { lang, ageBand }: { lang: Lang; ageBand: AgeBand },
  { recipient, address }: { recipient: string; address: string },
): string {
  const addressed = words[lang].replace(/\[([^|\]]+)\|([^\]]+)\]/g, isMinor(ageBand) ? '$2' : '$1')
  return fill(addressed, { recipient, address })
}

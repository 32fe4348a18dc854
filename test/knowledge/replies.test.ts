import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { langs } from '#core/case/types.ts'
import { replyKinds } from '#core/request/inbound.ts'
import { replyKindOf, replyWords } from '#knowledge/replies.ts'

const samples: Record<string, [string, string][]> = {
  removed: [
    ['en', 'Hello,\n\nThank you for your report. We have removed the content.\n\nRegards,\nTrust & Safety'],
    ['en', 'We reviewed your request and took the page down.'],
    ['en', 'After reviewing your report, we’ve permanently disabled access to the file.'],
    ['en', 'This content did not comply with our policies and has been removed.'],
    ['en', 'The URL you reported has been delisted.\nIf you believe this was removed in error, let us know.'],
    ['en', 'The page is no longer available.'],
    ['en', 'Following your report we have removed the video.'],
    ['en', 'Status: removed'],
    ['en', 'In response to your report, the link has been taken down by our team.'],
    ['en', 'We have received your notice. The file was deleted by the\nuser before we could act.'],
    ['fr', 'Bonjour,\n\nAprès examen de votre signalement, le contenu a été supprimé.\n\nCordialement'],
    ['fr', 'Nous avons bien retiré les images signalées.'],
    ['fr', 'Ce contenu ne respectait pas nos règles et a été retiré.'],
    ['fr', 'La page n’est plus accessible.'],
    ['fr', 'Suite à votre demande, nous avons immédiatement supprimé la vidéo.'],
    ['fr', 'Suite à votre signalement nous avons désactivé le lien.'],
    ['fr', 'Nous avons procédé à la suppression du compte.'],
    ['nl', 'Beste,\n\nWe hebben de afbeelding verwijderd.\n\nMet vriendelijke groet'],
    ['nl', 'De link waarover u schrijft, is intussen offline gehaald.'],
    ['nl', 'De foto die niet aan onze regels voldeed, werd verwijderd.'],
    ['nl', 'Wij hebben uw melding bekeken en het bericht verwijderd.'],
    ['nl', 'Die pagina is niet meer beschikbaar.'],
    ['nl', 'Naar aanleiding van uw melding hebben we de foto verwijderd.'],
    ['de', 'Guten Tag,\n\nder Inhalt wurde gelöscht.\n\nMit freundlichen Grüßen'],
    ['de', 'Wir haben den gemeldeten Beitrag entfernt.'],
    ['de', 'Die Datei ist nicht mehr abrufbar.'],
    ['de', 'Aufgrund Ihrer Meldung haben wir das Video gelöscht.'],
    ['de', 'Wir teilen Ihnen mit, dass wir den Inhalt entfernt haben.'],
  ],
  refused: [
    ['en', 'We have reviewed the content. It does not violate our Community Standards and was not removed.'],
    ['en', 'We have not removed the content.'],
    ['en', 'After careful review we decided not to take it down.'],
    ['en', 'Unfortunately we are not able to comply with your request.'],
    ['en', 'Your request has been denied.'],
    ['en', 'We didn’t remove the photo.'],
    ['en', 'At this time, we have decided not to take action on the following URLs:'],
    ['en', 'We removed two of the links. The others don’t go against our rules.'],
    ['fr', 'Le contenu n’a pas été supprimé.'],
    ['fr', 'Ce contenu ne viole pas nos règles.'],
    ['fr', 'Nous ne pouvons malheureusement pas donner suite à votre demande.'],
    ['fr', 'Nous n’avons pas retiré cette publication.'],
    ['nl', 'De afbeelding werd niet verwijderd.'],
    ['nl', 'Dit bericht is niet in strijd met onze regels.'],
    ['nl', 'We kunnen uw verzoek helaas niet inwilligen.'],
    ['nl', 'Wij hebben de inhoud bekeken en zullen deze niet verwijderen.'],
    ['de', 'Der Inhalt wurde nicht entfernt.'],
    ['de', 'Wir haben festgestellt, dass der Inhalt nicht gegen unsere Richtlinien verstößt.'],
    ['de', 'Leider können wir Ihrer Bitte nicht nachkommen.'],
    ['de', 'Wir haben entschieden, den Beitrag nicht zu löschen.'],
  ],
  question: [
    ['en', 'Thank you for your message. Could you please provide the exact URL?'],
    ['en', 'Please send us a copy of your identity document so that we can proceed.'],
    ['en', 'We were unable to locate the content at the address that you gave.'],
    ['en', 'We need more information to process your request.'],
    ['en', 'Can you confirm that the content has been removed?'],
    ['fr', 'Pourriez-vous nous indiquer l’adresse exacte ?'],
    ['fr', 'Merci de bien vouloir nous communiquer une copie de votre pièce d’identité.'],
    ['nl', 'Kunt u ons de volledige link bezorgen?'],
    ['nl', 'Om uw melding te behandelen, hebben we meer informatie nodig.'],
    ['nl', 'Gelieve ons het formulier te bezorgen.'],
    ['de', 'Bitte teilen Sie uns die genaue Adresse mit.'],
    ['de', 'Für die Bearbeitung benötigen wir weitere Angaben.'],
    ['de', 'Können Sie uns bitte die vollständige URL nennen?'],
  ],
  receipt: [
    ['en', 'We received your message.'],
    [
      'en',
      'Thank you for contacting us. Your request has been received and is under review. It will be removed if it violates our policies.',
    ],
    [
      'en',
      'We have received your report. If the content does not violate our rules, we will not remove it. If you have any questions, please contact us.',
    ],
    ['en', 'We have received your request to remove an image. We have not yet removed anything.'],
    ['en', 'We received your request and need up to 3 days.'],
    [
      'fr',
      'Nous avons bien reçu votre demande. Le contenu sera supprimé s’il enfreint nos règles. N’hésitez pas à nous contacter.',
    ],
    ['en', 'We have forwarded your report to our customer.'],
    ['fr', 'Nous avons transmis votre signalement à notre client.'],
    ['fr', 'Votre demande de suppression a bien été reçue.'],
    ['nl', 'Wij hebben uw melding doorgestuurd naar onze klant.'],
    ['de', 'Wir haben Ihre Meldung an unseren Kunden weitergeleitet.'],
    ['fr', 'Nous accusons réception de votre signalement.'],
    ['nl', 'We hebben uw melding goed ontvangen. Zodra de inhoud verwijderd is, hoort u van ons.'],
    ['nl', 'Bedankt voor uw bericht. De foto is nog niet verwijderd.'],
    ['nl', 'Uw melding is in behandeling. Als u vragen hebt, kunt u ons een mail sturen.'],
    ['de', 'Vielen Dank für Ihre Nachricht. Wir prüfen den Inhalt und melden uns, sobald er entfernt wurde.'],
    ['de', 'Ihre Meldung ist eingegangen und wird geprüft. Noch wurde nichts gelöscht.'],
  ],
  null: [
    ['en', 'Hello,\n\nBest regards'],
    ['en', 'Your account has been disabled.'],
    ['en', 'Once it has been removed, the page shows an error.'],
    ['en', 'We do not remove content that does not violate our rules.'],
    ['en', 'You may ask to have it removed.'],
    ['en', 'It does not appear to be hosted on our servers.'],
    ['en', 'The removed posts of last year are listed on our transparency page.'],
    ['en', 'Nothing here is a promise: content may be removed at any time.'],
    ['fr', 'Votre compte a été supprimé.'],
    ['nl', 'Uw bericht werd verwijderd.'],
    ['de', 'Ihre Nachricht wurde gelöscht.'],
    ['fr', 'Lorsque le contenu a été supprimé, la page affiche une erreur.'],
    ['nl', 'De inhoud kan verwijderd worden.'],
    ['de', 'Der Inhalt wird entfernt, sofern er verboten ist.'],
    ['de', 'Falls der Inhalt entfernt wurde, sehen Sie eine Fehlermeldung.'],
  ],
}

describe.each(Object.entries(samples))('proposes %s', (kind, texts) => {
  test.each(texts)('%s: %s', (_, text) => {
    expect(`${replyKindOf(text)}`).toBe(kind)
  })
})

describe('our own letter, below their answer', () => {
  const ours =
    'Request for removal\n\nThis image was removed before, and has been uploaded again.\nPlease send me a receipt. It has been removed elsewhere.'
  const marked = ours.replace(/^/gm, '> ')

  test.each([
    ['marked line by line', marked],
    ['marked twice', marked.replace(/^/gm, '> ')],
    ['announced in English', `On Thu, 26 Nov 2026 at 14:00, A <r-x@in.example> wrote:\n\n${ours}`],
    [
      'announced over two lines',
      `On Thu, 26 Nov 2026 at 14:00, A Person Of Some Name\n<r-x@in.example> wrote:\n\n${ours}`,
    ],
    ['announced in French', `Le jeu. 26 nov. 2026 à 14:00, A <r-x@in.example> a écrit :\n\n${ours}`],
    ['announced in Dutch', `Op do 26 nov. 2026 om 14:00 schreef A <r-x@in.example>:\n\n${ours}`],
    ['announced in German', `Am Do., 26. Nov. 2026 um 14:00 Uhr schrieb A <r-x@in.example>:\n\n${ours}`],
    ['below a line', `-----Original Message-----\n${ours}`],
    ['below a line in French', `-----Message d’origine-----\n${ours}`],
    [
      'as Outlook does',
      `________________________________\nFrom: A <r-x@in.example>\nSent: Thursday\nTo: abuse\n\n${ours}`,
    ],
    ['as Outlook does, in Dutch', `Van: A <r-x@in.example>\nVerzonden: donderdag\nAan: abuse\n\n${ours}`],
    ['as Outlook does, in German', `Von: A <r-x@in.example>\nGesendet: Donnerstag\nAn: abuse\n\n${ours}`],
  ])('does not count: %s', (_, below) => {
    expect(replyKindOf(`Hello,\n\nBest regards\n\n${below}`)).toBeNull()
    expect(replyKindOf(`We have received your request.\n\n${below}`)).toBe('receipt')
    expect(replyKindOf(`We have not removed it.\n\n${below}`)).toBe('refused')
  })

  test('what they wrote below quoted lines counts', () => {
    expect(replyKindOf(`On Thu, 26 Nov 2026, A <a@b.example> wrote:\n${marked}\n\nWe have removed it.`)).toBe('removed')
  })
})

test('is decided quickly and quietly, whatever the text', () => {
  const piece = fc.constantFrom(
    'removed',
    'not',
    'has been',
    'We',
    'niet',
    'verwijderd',
    'wird',
    '\n',
    '> ',
    ':',
    ',',
    'if ',
    '@',
    'On ',
    ' wrote:',
    'é',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 300 }).map((all) => all.join(' ')),
      ),
      (text) => {
        expect([null, 'receipt', 'question', 'refused', 'removed']).toContain(replyKindOf(text))
      },
    ),
  )
})

test.each(['if ', 'removed ', 'if removed, ', '@', 'On ', '> ', 'nicht ', 'hebben ', "n'", 'please '])(
  'a flood of %j takes no longer than its length',
  (piece) => {
    const text = `${piece.repeat(8_000 / piece.length)}, removed wrote:`

    expect([null, 'removed', 'refused', 'question']).toContain(replyKindOf(text))
  },
)

test('every answer has a name and a meaning in each language, in short sentences', () => {
  const answers = [...replyKinds, null].map((proposes) => ({ sort: 'answer' as const, proposes }))
  const others = (['automatic', 'bounce', 'delayed'] as const).map((sort) => ({ sort, proposes: null }))

  for (const lang of langs)
    for (const answer of [...answers, ...others]) {
      const { title, means } = replyWords(answer, lang)
      expect(title).not.toBe('')
      for (const sentence of means.split(/(?<=[.:])\s/))
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20)
    }
})

/**
 * What an answer to a request seems to say, from its words alone. A proposal and no more: a person looks, and decides.
 *
 * A sentence counts by itself. What is asked, supposed, promised or denied is not told as done: "once it has been
 * removed", "will be removed", "n’a pas été supprimé". Where an answer both does and refuses, the refusal is proposed,
 * since it leaves something to do.
 */
import type { Lang } from '#core/case/types.ts'
import type { InboundAnswer, ReplyKind } from '#core/request/inbound.ts'
import { replies as de } from './words/de/replies.ts'
import { replies as en } from './words/en/replies.ts'
import { replies as fr } from './words/fr/replies.ts'
import { replies as nl } from './words/nl/replies.ts'

/** The kind that an answer's words propose, or null. What it quotes of our own letter does not count. */
export function replyKindOf(text: string): ReplyKind | null {
  const found = new Set(sentencesOf(withoutOriginal(text)).flatMap(kindsOf))
  return (['refused', 'removed', 'question', 'receipt'] as const).find((kind) => found.has(kind)) ?? null
}

/** What an answer is called, and what it means for her, in her language. */
export function replyWords(
  { sort, proposes }: Pick<InboundAnswer, 'sort' | 'proposes'>,
  lang: Lang,
): { title: string; means: string } {
  return { en, fr, nl, de }[lang][sort === 'answer' ? (proposes ?? 'other') : sort]
}

// ---- what they wrote themselves

/** What a mail program writes above the mail that is answered, whose lines it may leave unmarked. */
const announcements = [
  /^\s*-{2,}\s*(?:original message|forwarded message|message d['’]origine|message transféré|oorspronkelijk bericht|doorgestuurd bericht|ursprüngliche nachricht|weitergeleitete nachricht)/i,
  /^\s*_{10,}\s*$/,
  /^\s*(?:on\b.{4,300}\bwrote|le\b.{4,300}\ba écrit|op\b.{4,300}\bschreef\b.{0,120}|am\b.{4,300}\bschrieb\b.{0,120})\s*:\s*$/i,
  /^\s*.{0,120}@\S+\s*(?:wrote|a écrit|schreef|schrieb)\s*:\s*$/i,
  /^\s*#{0,3}\s*(?:please )?(?:write|type|reply) .{0,30}above this line/i,
]
/** The head of the original, as Outlook shows it: its sender, and right below a day or a recipient. */
const head =
  /^\s*\*?(?:from|de|van|von)\s?:\*?\s.{1,200}\n\s*\*?(?:sent|date|to|envoyé|à|verzonden|datum|aan|gesendet|an)\b.{0,20}:/i

/** Without lines that are quoted, and without the original below a line that announces it. */
function withoutOriginal(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .slice(0, 2_000)
    .map((line) => line.slice(0, 2_000))
  const kept: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const [line = '', next = ''] = lines.slice(i, i + 2)
    const size = announced(line, next)
    // Above marked lines it announces those alone: what they wrote may stand between them, and below.
    if (size > 0 && !/^\s*>/.test(lines.slice(i + size).find((each) => each.trim() !== '') ?? '')) break
    if (size > 0) i += size - 1
    else if (!/^\s*>/.test(line)) kept.push(line)
  }
  return kept.join('\n')
}

/** Over how many lines an original is announced here; 0: it is not. */
function announced(line: string, next: string): number {
  if (announcements.some((pattern) => pattern.test(line)) || head.test(`${line}\n${next}`)) return 1
  const isBroken =
    /^\s*(?:on|le|op|am)\b/i.test(line) && announcements.some((pattern) => pattern.test(`${line} ${next}`))
  return isBroken ? 2 : 0
}

/** Sentences, each with what ends it. A line that is broken by its length goes on; an empty one ends a sentence. */
function sentencesOf(text: string): string[] {
  return text
    .slice(0, 20_000)
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/https?:\/\/\S+/g, 'URL')
    .split(/\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)/)
    .flatMap((paragraph) =>
      paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?;])\s+|\s+(?=(?:but|however|mais|maar|echter|aber|jedoch)\b)/i),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .slice(0, 400)
}

// ---- what a sentence says

function kindsOf(sentence: string): ReplyKind[] {
  const isSupposed = supposed.test(sentence)
  const asks = !isSupposed && questions.some((pattern) => pattern.test(sentence)) && !courtesy.test(sentence)
  const kinds: ReplyKind[] = asks ? ['question'] : []
  if (isSupposed || sentence.endsWith('?')) return kinds
  if (refusals.some((pattern) => pattern.test(sentence))) return [...kinds, 'refused']
  const done = new Set(tongues.flatMap((tongue) => doneIn(sentence, tongue)))
  if (done.has('denied')) kinds.push('refused')
  if (done.has('done') || away.some((pattern) => holds(sentence, pattern))) kinds.push('removed')
  if (receipts.some((pattern) => pattern.test(sentence))) kinds.push('receipt')
  return kinds
}

/** A whole sentence about what would be. */
const supposed = /^(?:and |so )?(?:if|unless|should you|si|s'il|au cas où|als|indien|mocht|wenn|falls|sollten?)\b/i

/** What follows is done only once, or if. */
const open =
  /\b(?:if|once|when|whenever|until|unless|whether|in case|as soon as|si|s'il|lorsqu\w*|quand|dès qu\w*|une fois|jusqu'à ce|zodra|wanneer|indien|totdat|als (?:het|de|je|u|er|deze|dit|die|iets)|wenn|sobald|falls|sofern|ob|bis)\b/i

/** Whether it is left open, since the comma before. */
function isOpen(before: string): boolean {
  return open.test(before.slice(before.lastIndexOf(',') + 1))
}

function holds(sentence: string, pattern: RegExp): boolean {
  const at = sentence.search(pattern)
  return at >= 0 && !isOpen(sentence.slice(0, at))
}

/** How a language says that something was done: the participle, and what stands around it. */
interface Tongue {
  participle: RegExp
  /** With one of these it is told as done. */
  done: RegExp
  /** With one of these it is promised, possible or asked for. */
  promised: RegExp
  denied: RegExp
  /** Denied for now only. */
  yet: RegExp
  /** May stand between. */
  between: RegExp
  /** Whether the participle stands far from its auxiliary, as in Dutch and German. */
  isBracketed: boolean
}

const tongues: readonly Tongue[] = [
  {
    participle:
      /^(?:removed|deleted|takendown|disabled|delisted|deindexed|erased|purged|blocked|suspended|terminated)$/,
    done: /^(?:has|have|had|was|were|been|ve|we|they|i|user|owner|uploader|team|moderators?)$/,
    promised: /^(?:will|would|can|could|should|may|might|must|shall|to|be|being|ll|cannot|won)$/,
    denied: /^(?:not|never)$/,
    yet: /^(?:yet|currently|still)$/,
    between:
      /^(?:now|already|been|permanently|also|successfully|since|then|just|recently|therefore|subsequently|all|both|today|immediately|fully|promptly|hereby|both)$/,
    isBracketed: false,
  },
  {
    participle: /^(?:supprimé|retiré|désactivé|effacé|déréférencé|bloqué|suspendu)(?:e|s|es)?$/,
    done: /^(?:a|ai|ont|avons|été|est|sont|fut|furent|avaient|avait)$/,
    promised: /^(?:sera|seront|serait|seraient|être|doit|doivent|peut|peuvent|soit|soient|aura|auront|soyez)$/,
    denied: /^(?:ne|n|pas|jamais|non|point)$/,
    yet: /^(?:encore|toujours)$/,
    between:
      /^(?:bien|déjà|donc|désormais|immédiatement|définitivement|également|maintenant|tous|toutes|aussi|rapidement|ce|jour)$/,
    isBracketed: false,
  },
  {
    participle: /^(?:verwijderd|gewist|offlinegehaald|geblokkeerd|geschrapt|weggehaald)$/,
    done: /^(?:is|zijn|werd|werden|heb|hebt|heeft|hebben|had|hadden|was|waren)$/,
    promised: /^(?:wordt|worden|zal|zullen|zou|zouden|kan|kunnen|kunt|moet|moeten|mag|te)$/,
    denied: /^(?:niet|geen|nooit|niets)$/,
    yet: /^(?:nog|voorlopig)$/,
    between: /^$/,
    isBracketed: true,
  },
  {
    participle: /^(?:entfernt|gelöscht|gesperrt|deaktiviert|offlinegenommen|blockiert)$/,
    done: /^(?:wurde|wurden|worden|habe|haben|hat|ist|sind|hatte|hatten|war|waren)$/,
    promised: /^(?:wird|werden|würde|würden|kann|können|soll|sollen|sollte|muss|müssen|darf|dürfen|zu)$/,
    denied: /^(?:nicht|nie|niemals|kein|keine|keinen|keiner|nichts)$/,
    yet: /^(?:noch|derzeit|vorerst)$/,
    between: /^$/,
    isBracketed: true,
  },
]

const joins = /^(?:and|or|et|ou|en|of|und|oder|sowie|[,:])$/
const nobody = /^(?:no|none|nothing|neither|aucun|aucune|rien|geen|niets|kein|keine|nichts)$/
/** What was done to her own account or message is not what she asked for. */
const hers =
  '(?:your|votre|uw|je|jouw|ihre?|deine?) (?:own )?(?:account|ticket|case|message|e ?mail|compte|courriel|dossier|bericht|mail|konto|nachricht|anfrage|meldung|request|report|demande|signalement|melding|aanvraag)'
const endsWithHers = new RegExp(`(?:^|\\s)${hers}$`)
const beginsWithHers = new RegExp(`^${hers}(?:\\s|$)`)

function doneIn(sentence: string, tongue: Tongue): ('done' | 'denied')[] {
  const words = wordsOf(sentence)
  return words.flatMap((word, at) => {
    if (!tongue.participle.test(word)) return []
    const before = words.slice(0, at)
    if (isOpen(before.join(' '))) return []
    const around = tongue.isBracketed ? bracket(words, at) : chain(words, at, tongue)
    const left = before.slice(0, before.length - around.length)
    const subject = left.slice(left.findLastIndex((each) => joins.test(each)) + 1).slice(-3)
    if (tongue.isBracketed ? beginsWithHers.test(around.join(' ')) : isHers(subject, around)) return []
    if (around.some((each) => tongue.denied.test(each)) || subject.some((each) => nobody.test(each)))
      return around.some((each) => tongue.yet.test(each)) ? [] : ['denied']
    if (around.some((each) => tongue.promised.test(each))) return []
    if (around.some((each) => tongue.done.test(each))) return ['done']
    // "We have looked at it and removed it": the auxiliary stands before the "and".
    const isJoined = joins.test(left.at(-1) ?? '')
    const isDone = left.some((each) => tongue.done.test(each)) && !left.some((each) => tongue.promised.test(each))
    return isJoined && isDone ? ['done'] : []
  })
}

/** "Your account was removed", and not "after your report we removed". */
function isHers(subject: readonly string[], around: readonly string[]): boolean {
  return endsWithHers.test(subject.join(' ')) && !around.some((each) => /^(?:we|they|i)$/.test(each))
}

/** The auxiliaries and small words right before the participle. */
function chain(words: readonly string[], at: number, { done, promised, denied, yet, between }: Tongue): string[] {
  let from = at
  while (from > 0 && [done, promised, denied, yet, between].some((pattern) => pattern.test(words[from - 1] ?? '')))
    from--
  return words.slice(from, at)
}

/** All words of the part of the sentence, between two commas or conjunctions. */
function bracket(words: readonly string[], at: number): string[] {
  let from = at
  while (from > 0 && !joins.test(words[from - 1] ?? '')) from--
  let to = at + 1
  while (to < words.length && to < at + 4 && !joins.test(words[to] ?? '')) to++
  return [...words.slice(from, at), ...words.slice(at + 1, to)]
}

/** In lower case, contractions taken apart, particles joined to their verb; commas are words. */
function wordsOf(sentence: string): string[] {
  const text = sentence
    .toLowerCase()
    .replace(/n't\b/g, ' not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\b(?:taken|took) (?:it |this |that |them |the \w+ )?down\b/g, 'takendown')
    .replace(/\bde-indexed\b/g, 'deindexed')
    .replace(/\boffline (?:gehaald|gezet)\b/g, 'offlinegehaald')
    .replace(/\boffline genommen\b/g, 'offlinegenommen')
  return text.match(/[\p{L}\d]+|[,:]/gu) ?? []
}

/** Said without a participle: it is not there any more. */
const away = [
  /\b(?:is|are) (?:now )?(?:no longer (?:available|accessible|online|live|visible|reachable|hosted)|offline\b|unavailable\b|inaccessible\b)/i,
  /\b(?:does not|doesn't|no longer) (?:exist|resolve)s?\b|\bno longer appears?\b/i,
  /\bn'(?:est|y sont|sont) plus (?:disponible|accessible|en ligne|visible|consultable)/i,
  /\b(?:avons procédé|il a été procédé) (?:à la suppression|au retrait|au déréférencement)/i,
  /\bniet (?:meer|langer) (?:beschikbaar|toegankelijk|online|zichtbaar|bereikbaar)/i,
  /\b(?:is|staat|staan) (?:nu )?offline\b/i,
  /\b(?:status|decision|outcome|result|action taken|décision|résultat|beslissing|resultaat|entscheidung|ergebnis) ?: ?(?:content )?(?:removed|taken down|deleted|supprimé|retiré|verwijderd|entfernt|gelöscht)/i,
  /\bnicht (?:mehr|länger) (?:verfügbar|abrufbar|online|erreichbar|zugänglich|sichtbar)/i,
]

const refusals = [
  /\bdid(?: not|n't) (?:remove|delete|disable|take (?:it |this |that |the \w+ |any )?(?:down|action))/i,
  /(?<!\b(?:that|which|who) )\b(?:does|do|did)(?: not|n't) (?:appear to |seem to |currently )?(?:violate|breach|go against|infringe|contravene|constitute|break)/i,
  /\b(?:no|not (?:a|in)) (?:violation|breach|infringement)\b/i,
  /\b(?:are|were|am|was|is)(?: not|n't)(?: currently)? (?:able|going|willing) to (?:remove|take|delete|comply|disable|act|help|honou?r)/i,
  /\bunable to (?:remove|take|delete|comply|disable|act|honou?r|assist|fulfil)/i,
  /\b(?:will not|won't|can ?not|can't|could not|shall not) (?:be )?(?:remov|tak(?:e|ing|en) (?:it |this |the \w+ |any |further )*(?:down|action)|delet|comply|disabl|honou?r|act(?:ed)? on)/i,
  /\b(?:decided|chosen|opted|determined) not to (?:remove|take|delete|act|disable)/i,
  /\b(?:request|report|notice|complaint|claim) (?:has been|was|is|were) (?:denied|rejected|declined|refused|dismissed)/i,
  /\bwe (?:have )?(?:denied|rejected|declined|refused?|must decline|must refuse)\b/i,
  /\bno (?:further )?action (?:will|has|was|is)\b/i,
  /(?<!\bqui )(?<!\bqu'il )\b(?:ne |n')(?:\w+ )?(?:viole|enfreint|contrevient|constitue|contreviennent|violent|enfreignent)\w* pas/i,
  /\bne (?:pouvons|peut|pourrons|sommes|serons)(?: malheureusement)? pas (?:en mesure de |donner|supprimer|retirer|accéder|répondre favorablement|procéder)/i,
  /\b(?:avons décidé|décidons|avons choisi) de ne pas\b/i,
  /\bne (?:sera|seront) pas (?:supprimé|retiré|désactivé)/i,
  /\b(?:demande|notification|signalement|plainte) (?:a été|est|fait l'objet d'un) (?:rejet|refus)/i,
  /\b(?:refusons|rejetons|classons? sans suite|classée? sans suite|aucune (?:infraction|violation))\b/i,
  /(?<!\b(?:die|dat) )\bniet in strijd\b/i,
  /\b(?:schendt|schenden|overtreedt|overtreden) .{0,40}\bniet\b/i,
  /\bgeen (?:inbreuk|overtreding|schending|gevolg|verdere actie|actie)\b/i,
  /\b(?:kunnen|kan|zullen|zal|gaan|wensen) .{0,80}\bniet (?:verwijderen|ingaan|voldoen|weghalen|offline|inwilligen|tot verwijdering)/i,
  /\b(?:wordt|worden|zal|zullen) .{0,40}\bniet (?:verwijderd|offline)/i,
  /\bbesloten .{0,80}\bniet te\b/i,
  /\b(?:verzoek|melding|klacht|aanvraag) .{0,40}\b(?:afgewezen|geweigerd|verworpen)\b/i,
  /\b(?:weigeren|wijzen .{0,60}\baf)\b/i,
  /\b(?:verstößt|verstoßen|verletzt|verletzen) .{0,60}\bnicht\b/i,
  /(?<!\bdie )(?<!\bder )\bnicht (?:gegen|unsere|die) .{0,60}\b(?:verst(?:ößt|oßen)|verletz(?:t|en))\b/i,
  /\bkein(?:en)? (?:verstoß|rechtsverstoß|verletzung)\b|\bkeine (?:verletzung|maßnahmen?|weiteren maßnahmen)\b/i,
  /\b(?:können|kann|werden|wird|möchten) .{0,100}\bnicht (?:entfernen|löschen|nachkommen|entsprechen|sperren|stattgeben|entfernt|gelöscht)/i,
  /\b(?:entschieden|beschlossen), .{0,80}\bnicht zu\b/i,
  /\b(?:anfrage|antrag|meldung|beschwerde|ersuchen) .{0,40}\b(?:abgelehnt|zurückgewiesen)\b/i,
  /\b(?:wir lehnen|lehnen wir)\b/i,
]

const asked =
  '(?:provide|send|share|supply|specify|clarify|include|attach|submit|fill|complete|use|upload|forward|tell|identify|verify|indicate|confirm|resubmit|reply with)'
const questions = [
  new RegExp(`\\bplease (?:also |kindly )?${asked}\\b`, 'i'),
  new RegExp(`\\b(?:could|can|would|will) you (?:please |kindly |also )*(?:be able to )?${asked}\\b`, 'i'),
  /\bplease let us know (?:the|which|what|where|whether|who|how)\b/i,
  /\bwe(?:'ll| will| would)?(?: still| also)? (?:need|require)\b(?! (?:some |more |a few |up to |to )*(?:time|days|hours))/i,
  /\b(?:more|further|additional) (?:information|details) (?:is|are) (?:needed|required)\b/i,
  /\b(?:unable|not able) to (?:locate|find|identify|process|proceed|verify|open)\b|\b(?:could not|cannot|can't|couldn't) (?:locate|find|identify|process|verify|open)\b/i,
  /\b(?:pourriez|pouvez|pourrais|peux)[- ](?:vous|tu)\b.{0,40}\b(?:fournir|envoyer|préciser|indiquer|confirmer|communiquer|transmettre|joindre|donner|remplir|utiliser)/i,
  /\b(?:veuillez|merci de|nous vous (?:prions|demandons) de)(?: bien vouloir)?(?: nous)? (?:fournir|envoyer|préciser|indiquer|confirmer|communiquer|transmettre|joindre|donner|remplir|utiliser|compléter)/i,
  /\b(?:nous avons besoin|il nous (?:faut|manque)|aurions besoin)\b/i,
  /\bne (?:parvenons|réussissons|pouvons) pas (?:à )?(?:localiser|trouver|identifier|retrouver|ouvrir|traiter)/i,
  /\b(?:kunt|kan|wilt|zou) u\b.{0,80}\b(?:bezorgen|sturen|bevestigen|doorgeven|aangeven|geven|verduidelijken|opsturen|meedelen|laten weten|invullen|gebruiken|specificeren)/i,
  /\b(?:kun|kan|wil) je\b.{0,80}\b(?:bezorgen|sturen|bevestigen|doorgeven|aangeven|geven|verduidelijken|opsturen|meedelen|laten weten|invullen|gebruiken)/i,
  /\bgelieve\b.{0,80}\b(?:te (?:bezorgen|sturen|bevestigen|geven|specificeren|gebruiken|vermelden)|door te geven|op te sturen|mee te delen|in te vullen)/i,
  /\b(?:hebben|heb) (?:we|wij|ik)?\b.{0,60}\bnodig\b|\bstuur ons\b|\b(?:ontvangen|vernemen) (?:we|wij) graag\b/i,
  /\bkunnen .{0,60}\bniet (?:vinden|terugvinden|openen|verwerken|identificeren)/i,
  /\b(?:können|könnten|würden|wären) sie\b.{0,100}\b(?:senden|mitteilen|bestätigen|angeben|zusenden|nennen|übermitteln|schicken|ausfüllen|zukommen)/i,
  /\bbitte (?:senden|teilen|geben|nennen|bestätigen|übermitteln|schicken|verwenden|nutzen|füllen|fügen|ergänzen) sie\b/i,
  /\b(?:benötigen|brauchen) wir\b|\bwir (?:benötigen|brauchen)\b(?! .{0,20}(?:zeit|tage|stunden))/i,
  /\bkonnten .{0,60}\bnicht (?:finden|auffinden|öffnen|zuordnen|identifizieren)/i,
]

/** What every letter ends with. */
const courtesy =
  /\b(?:any|further|other|more|additional) (?:questions|concerns|comments)\b|\b(?:questions|remarques|vragen|fragen)\b.{0,60}\b(?:contact|hésitez|antwoord|wenden|melden)|\bhésitez pas\b|\b(?:rate|survey|feedback|évaluer|enquête|bewerten|umfrage)\b|\bfragen haben\b|\bvragen (?:hebt|heeft|hebben)\b/i

const receipts = [
  /\b(?:have |has |'ve )?(?:now )?received (?:your|the|a|this)\b|\b(?:has been|was|is) (?:received|logged|registered|assigned|created|opened|forwarded|escalated)\b/i,
  /\bthank(?:s| you) for (?:contacting|your (?:report|message|request|e-?mail|notice|submission|patience)|reaching out|reporting|letting|writing|getting in touch)/i,
  /\b(?:will|are going to|'ll) (?:review|look into|investigate|get back|respond|reply|examine|assess)\b|\bunder review\b|\b(?:are|is) (?:being )?(?:review|investigat|look)(?:ing|ed)\b/i,
  /\bhave (?:now |also )?(?:notified|informed|forwarded|passed)\b|\bavons (?:transmis|notifié|informé)|\bhebben .{0,60}\b(?:doorgestuurd|doorgegeven|verwittigd)\b/i,
  /\b(?:avons|a|ont)(?: bien)? (?:reçu|été (?:enregistré|transmis|reçu|pris))\w*|\baccus(?:ons|é) (?:de )?réception\b/i,
  /\bmerci (?:de nous avoir|pour (?:votre|ton|ta))\b|\ben cours (?:d'examen|de traitement|d'analyse)\b|\breviendrons vers vous\b|\b(?:allons|va) (?:examiner|étudier|traiter)\b/i,
  /\b(?:hebben|heb|is|werd) .{0,60}\b(?:ontvangen|geregistreerd)\b|\bontvangstbevestiging\b|\bin behandeling\b/i,
  /\b(?:bedankt|dank u|dank je|dank) .{0,10}voor (?:uw|je|het)\b|\b(?:bekijken|onderzoeken|behandelen) (?:uw|je|dit|het|deze)\b/i,
  /\b(?:haben|habe|ist|wurde) .{0,60}\b(?:erhalten|eingegangen|empfangen|weitergeleitet|registriert)\b|\beingangsbestätigung\b/i,
  /\bvielen dank für ihre?\b|\b(?:wird|werden) .{0,40}(?:geprüft|prüfen|bearbeitet|bearbeiten)\b|\bwir prüfen\b/i,
]

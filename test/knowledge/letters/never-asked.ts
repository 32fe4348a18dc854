/**
 * What no letter, question, mail or help text may ask for, or do to the reader: the picture or a look at it, other
 * people's pictures, an identity document, why it was made, secrets of hers, joining or paying, blame.
 */
export const neverAsked = new RegExp(
  [
    // The picture, a copy, a look.
    'screenshot|screen shot|thumbnail|capture d’écran|schermafdruk|miniatuur|vignette',
    '(?:attach|upload|send|enclose|download|forward|save)(?:ed|s)? (?:\\w+ )?(?:the |your |a )?(?:picture|image|photo|copy)',
    '(?:joindre|joignez|envoyez|téléverse|télécharge|transf[ée]re)\\w* (?:l’|une |la |votre |ton )(?:image|photo|copie)',
    '(?:upload|stuur|verstuur|download|voeg)\\w* (?:het|de|een|je|uw) (?:beeld|foto|afbeelding|kopie)',
    'look at (?:it|the picture) again|regarde\\w* (?:à nouveau|encore)|kijk\\w* (?:er )?(?:nog eens|opnieuw)',
    'Bildschirmfoto|Vorschaubild|(?:häng|füg|send|schick|lad|speicher)\\w* (?:Sie )?(?:mir |uns )?(?:das|ein|Ihr|dein)\\w* (?:Bild|Foto|Kopie)',
    'sieh\\w* (?:es |das Bild )(?:dir |sich )?(?:noch einmal|wieder) an',
    // Who she is.
    'identity (?:card|document)|passport|carte d’identité|pièce d’identité|passeport|identiteitskaart|identiteitsbewijs|paspoort',
    'nationality|nationalité|nationaliteit|date of birth|date de naissance|geboortedatum',
    'Personalausweis|Reisepass|Ausweiskopie|Staatsangehörigkeit|Geburtsdatum',
    // Why.
    '\\bwhy (?:did|have|was) (?:you|it)|pourquoi (?:as-tu|avez-vous|tu |vous )|waarom heb je|did you send|l’as-tu envoy|l’avez-vous envoy|heb je .{0,20}verstuurd',
    'your fault|ta faute|votre faute|jouw schuld|sexual history|passé sexuel|seksueel verleden',
    'warum (?:hast|haben Sie|wurde es)|hast du .{0,20}(?:geschickt|gesendet)|deine Schuld|Ihre Schuld|sexuelle Vergangenheit',
    // Secrets, money (but for the advice not to pay), the other side.
    'password|mot de passe|wachtwoord|secret key|clé secrète|geheime sleutel|nsec1',
    'join the (?:group|server)|rejoignez|word lid|contact the (?:poster|person who posted)|(?<!not )\\bpay\\b|payez(?! pas)|betaal(?! niet)',
    'Passwort|Kennwort|geheime[nr]? Schlüssel|tritt .{0,30}bei\\b|treten Sie .{0,30}bei\\b|bezahl',
  ].join('|'),
  'i',
)

import type { gdpr17 as En } from '../en/gdpr17.ts'
import type { Same } from '../words.ts'

export const gdpr17 = {
  title: 'Droit européen : règlement général sur la protection des données, article 17',
  gives:
    'Ils doivent effacer l’image, et un nom ou un numéro publié avec elle. Ils doivent aussi prévenir ceux qui les ont reçus d’eux.',
  exposes:
    'Le site apprend le nom de la personne qui écrit. Une personne qui avait moins de 18 ans sur l’image ne donne pas de nom. La lettre leur demande de ne dire à personne qui a écrit ; cette loi ne le promet pas.',
  because: 'Cette loi fixe un délai, un mois, et vise aussi un nom, une école ou un numéro publié avec l’image.',
  rule: 'Cette loi donne un mois à partir de la réception. Ils peuvent prendre deux mois de plus, s’ils disent pourquoi dans le premier mois.',
  questions: {
    'gdpr17.subject':
      'Quel nom faut-il indiquer dans la lettre ? Il leur dit à qui répondre. Le site qui reçoit la lettre le lira.',
    'gdpr17.subject.parent':
      'Quel nom, le vôtre, faut-il indiquer ? Vous agissez pour votre enfant. N’écrivez pas le nom de votre enfant.',
    'gdpr17.subject.agent':
      'Quel nom faut-il indiquer : le vôtre ou celui de votre organisation ? N’écrivez pas le nom de la personne montrée.',
  },
  gaps: {
    'gdpr17.subject': 'votre nom',
    'gdpr17.subject.parent': 'votre nom',
    'gdpr17.subject.agent': 'nom de la personne ou de l’organisation qui agit',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Leur rappeler la demande',
      what: 'Le mois est passé. Une courte lettre le dit, avec le numéro et le jour de la première.',
    },
    authority: {
      title: 'Porter plainte auprès de l’autorité de protection des données',
      what: 'C’est gratuit. L’autorité peut leur ordonner d’effacer. Si elle ne dit rien pendant trois mois, un tribunal peut être saisi. Elle peut demander un nom ; une personne de confiance ou une organisation peut alors écrire.',
    },
    court: {
      title: 'Saisir un tribunal',
      what: 'Un tribunal peut leur ordonner d’effacer. Une avocate, un avocat ou une ligne d’aide peut dire si cette voie convient. L’aide juridique peut être gratuite.',
    },
  },
  letter: {
    subject: 'Demande d’effacement, article 17 du RGPD (référence {reference})',
    title: 'Demande d’effacement de données à caractère personnel',
    law: 'Articles 17 et 21 du règlement (UE) 2016/679 (règlement général sur la protection des données)',
    person: 'Je suis la personne concernée : la personne montrée. Mon nom : {answer}',
    'person.minor':
      'Je suis la personne concernée : la personne montrée. J’avais moins de 18 ans lorsque l’image a été réalisée, et je ne donne pas mon nom. Les adresses ci-dessous indiquent de quelles données il s’agit.',
    'person.parent':
      'J’agis au nom de la personne concernée, la personne montrée, en qualité de parent, de tutrice ou de tuteur. Je ne nomme pas mon enfant. Mon propre nom : {answer}',
    'person.agent':
      'J’agis au nom de la personne concernée, la personne montrée, qui m’en a donné mandat et que je ne nomme pas. Qui agit : {answer}',
    data: 'Les données à caractère personnel sont une image ou une vidéo intime qui me montre. Un nom, une école, une adresse, un numéro de téléphone ou un nom de compte publiés avec elle sont également visés.',
    'data.agent':
      'Les données à caractère personnel sont une image ou une vidéo intime qui montre la personne concernée. Un nom, une école, une adresse, un numéro de téléphone ou un nom de compte publiés avec elle sont également visés.',
    'data.parent':
      'Les données à caractère personnel sont une image ou une vidéo intime qui montre mon enfant. Un nom, une école, une adresse, un numéro de téléphone ou un nom de compte publiés avec elle sont également visés.',
    'data.minor':
      'Les données à caractère personnel sont une image ou une vidéo intime de moi, à caractère sexuel ou de nudité. J’avais moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants. Un nom, une école, une adresse, un numéro de téléphone ou un nom de compte publiés avec elle sont également visés.',
    'data.minor.parent':
      'Les données à caractère personnel sont une image ou une vidéo intime de mon enfant, à caractère sexuel ou de nudité. Mon enfant avait moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants. Un nom, une école, une adresse, un numéro de téléphone ou un nom de compte publiés avec elle sont également visés.',
    'data.minor.agent':
      'Les données à caractère personnel sont une image ou une vidéo intime de la personne concernée, à caractère sexuel ou de nudité. Cette personne avait moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants. Un nom, une école, une adresse, un numéro de téléphone ou un nom de compte publiés avec elle sont également visés.',
    'reason.unlawful':
      'Les données ont fait l’objet d’un traitement illicite (article 17, paragraphe 1, point d)). Elles ont été publiées sans le consentement de la personne montrée, et je ne connais rien d’autre qui rende cela licite.',
    'reason.life':
      'Elles concernent la vie sexuelle de cette personne. L’article 9, paragraphe 1, interdit en principe le traitement de telles données. Aucune exception ne m’est connue ici.',
    'reason.consent':
      'Dans la mesure où un consentement aurait été donné à quoi que ce soit, il est retiré par la présente (article 17, paragraphe 1, point b)).',
    'reason.objection':
      'Dans la mesure où vous invoquez un intérêt légitime, je m’oppose au traitement (article 17, paragraphe 1, point c), et article 21). Les données montrent une part intime d’une vie privée, rendue publique contre la volonté de la personne montrée. Aucun intérêt ne prévaut sur cela.',
    'reason.child':
      'Dans la mesure où les données ont été collectées par un service de la société de l’information proposé directement à un enfant, l’article 17, paragraphe 1, point f), s’applique également.',
    russmedia:
      'La Cour de justice a jugé que l’exploitant d’une place de marché en ligne est lui-même responsable du traitement pour une annonce contenant des données sensibles, publiée par un utilisateur (arrêt du 2 décembre 2025, C-492/23, Russmedia).',
    controller:
      'Cette demande s’adresse au responsable du traitement ou, à défaut, à son représentant dans l’Union (article 27), avec copie au délégué à la protection des données. Si vous ne traitez les données que pour le compte d’un tiers, veuillez lui transmettre cette demande et m’indiquer de qui il s’agit.',
    erase:
      'Je vous demande d’effacer ces données dans les meilleurs délais, avec toutes les copies et tous les aperçus que vous en détenez.',
    recipients:
      'Veuillez notifier cet effacement à tous ceux à qui les données ont été communiquées, et informer les autres responsables du traitement que les liens et les copies doivent être effacés (article 17, paragraphe 2, et article 19).',
    term: 'Veuillez m’informer dans les meilleurs délais, et au plus tard dans un délai d’un mois à compter de la réception, des mesures prises (article 12, paragraphe 3).',
    refusal:
      'Si vous n’effacez pas les données, veuillez m’en indiquer les motifs. Je peux alors introduire une réclamation auprès d’une autorité de contrôle (article 77).',
    identity:
      'Les adresses indiquées ci-dessus suffisent pour trouver les données. Vous ne pouvez demander d’autres informations sur mon identité qu’en cas de doutes raisonnables, et seulement le minimum qui permette de les lever (article 12, paragraphe 6).',
    silence: 'Veuillez ne pas révéler à la personne qui a publié les données de qui vient cette demande.',
    reply: 'Veuillez répondre à l’adresse d’où cette lettre a été envoyée, en indiquant la référence {reference}.',
    'reminder.subject': 'Rappel : demande d’effacement, article 17 du RGPD (référence {reference})',
    'reminder.title': 'Le délai d’un mois de l’article 12, paragraphe 3, est dépassé',
    'reminder.law':
      'Articles 12, 17 et 21 du règlement (UE) 2016/679 (règlement général sur la protection des données)',
    'reminder.late':
      'L’article 12, paragraphe 3, donne un mois à compter de la réception. Deux mois supplémentaires ne sont possibles que si les motifs sont communiqués au cours du premier mois. Les données sont toujours visibles.',
    'reminder.ask': 'Je vous demande d’effacer les données sans attendre et de me le confirmer.',
    'reminder.reasons':
      'À défaut, veuillez m’en indiquer les motifs. Je peux alors introduire une réclamation auprès d’une autorité de contrôle (article 77).',
    'authority.subject': 'Réclamation, article 77 du RGPD (référence {reference})',
    'authority.title': 'Réclamation contre un responsable du traitement qui n’a pas effacé des données',
    'authority.law': 'Article 77 du règlement (UE) 2016/679 (règlement général sur la protection des données)',
    'authority.what':
      'J’ai demandé à un responsable du traitement d’effacer des données à caractère personnel, sur la base de l’article 17.',
    'authority.still': 'Les données sont toujours visibles.',
    'authority.ask':
      'Je vous demande d’examiner cette réclamation et d’ordonner au responsable du traitement d’effacer les données.',
    'authority.pass':
      'Si une autre autorité de contrôle est compétente, je vous demande de lui transmettre cette réclamation. Je vous demande de m’informer de l’état d’avancement et de l’issue de la réclamation.',
    'authority.privacy':
      'Je vous demande de ne révéler de qui vient cette réclamation que si elle ne peut pas être traitée autrement.',
  },
} satisfies Same<typeof En>

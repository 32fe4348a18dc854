import type { be584 as En } from '../en/be584.ts'
import type { Same } from '../words.ts'

export const be584 = {
  title: 'Droit belge : ordonnance d’un juge (Code judiciaire, article 584)',
  gives:
    'Un juge peut ordonner le retrait dans les six heures. Voici le dossier : une avocate, un avocat ou l’Institut l’introduit.',
  exposes:
    'L’avocate, l’avocat ou l’Institut apprend qui introduit la demande. Devant le tribunal, l’autre partie peut le lire aussi. Une avocate ou un avocat peut dire comment protéger un nom.',
  because:
    'Cette voie convient quand ils se taisent ou quand l’image se répand : une avocate, un avocat ou l’Institut l’engage.',
  rule: 'Cette loi donne six heures à partir du moment où l’huissier remet l’ordonnance. Les nuits et les week-ends comptent.',
  questions: {
    'be584.applicant':
      'Quel est votre nom complet ? C’est vous qui faites la demande. Votre avocate, votre avocat ou l’Institut le lira.',
    'be584.applicant.minor':
      'Qui fait la demande au tribunal ? Si tu as moins de 18 ans aujourd’hui, c’est un parent, une tutrice ou un tuteur : écris ce nom. Si tu as 18 ans ou plus, écris le tien.',
    'be584.applicant.parent':
      'Quel est votre nom complet ? Vous faites la demande pour votre enfant. N’écrivez pas le nom de votre enfant.',
    'be584.applicant.agent':
      'Qui fait la demande : la personne montrée, une représentante ou un représentant légal, ou l’Institut avec son accord ? Écrivez le nom.',
    'be584.missing':
      'Manque-t-il quelque chose dans la liste des adresses ? Écrivez quoi, et pour quelle raison. Vous pouvez laisser ceci vide.',
    'be584.missing.minor':
      'Manque-t-il quelque chose dans la liste des adresses ? Écris quoi, et pour quelle raison. Tu peux laisser ceci vide.',
    'be584.missing.parent':
      'Manque-t-il quelque chose dans la liste des adresses ? Écrivez quoi, et pour quelle raison. Vous pouvez laisser ceci vide.',
    'be584.missing.agent':
      'Manque-t-il quelque chose dans la liste des adresses ? Écrivez quoi, et pour quelle raison. Vous pouvez laisser ceci vide.',
    'be584.addressee':
      'Quelle société exploite le site, et laquelle l’héberge ? Écrivez le nom et l’adresse que vous connaissez. « Inconnu » est aussi une réponse.',
    'be584.addressee.minor':
      'Quelle société exploite le site, et laquelle l’héberge ? Écris le nom et l’adresse que tu connais. « Inconnu » est aussi une réponse.',
    'be584.addressee.parent':
      'Quelle société exploite le site, et laquelle l’héberge ? Écrivez le nom et l’adresse que vous connaissez. « Inconnu » est aussi une réponse.',
    'be584.addressee.agent':
      'Quelle société exploite le site, et laquelle l’héberge ? Écrivez le nom et l’adresse que vous connaissez. « Inconnu » est aussi une réponse.',
  },
  gaps: {
    'be584.applicant': 'votre nom',
    'be584.applicant.minor': 'nom de la personne qui fait la demande',
    'be584.applicant.parent': 'votre nom',
    'be584.applicant.agent': 'nom de la personne ou de l’institution qui fait la demande',
    'be584.missing': 'ce qui manque, et pourquoi',
    'be584.missing.minor': 'ce qui manque, et pourquoi',
    'be584.missing.parent': 'ce qui manque, et pourquoi',
    'be584.missing.agent': 'ce qui manque, et pourquoi',
    'be584.addressee': 'dénomination et adresse de chaque société',
    'be584.addressee.minor': 'dénomination et adresse de chaque société',
    'be584.addressee.parent': 'dénomination et adresse de chaque société',
    'be584.addressee.agent': 'dénomination et adresse de chaque société',
  },
  choices: {},
  steps: {
    court: {
      title: 'Revenir vers l’avocate, l’avocat ou l’Institut',
      what: 'Une ordonnance peut être exécutée. Refuser d’y collaborer est une infraction en Belgique. L’avocate, l’avocat ou l’Institut peut dire quelle est la suite.',
    },
  },
  letter: {
    subject: 'Dossier pour une demande fondée sur l’article 584 du Code judiciaire (référence {reference})',
    title: 'Dossier en vue d’une demande de retrait d’images intimes',
    law: 'Article 584, alinéa 5, 7°, du Code judiciaire belge',
    prepared:
      'Ce dossier est établi à l’attention de l’avocate ou de l’avocat de la personne montrée, ou de l’Institut pour l’égalité des femmes et des hommes. Il n’introduit rien par lui-même.',
    content:
      'Contenu : une image ou un enregistrement d’une personne dénudée ou d’un acte sexuel explicite, qui montre la partie requérante. Il n’est décrit ici qu’en mots.',
    'content.parent':
      'Contenu : une image ou un enregistrement d’une personne dénudée ou d’un acte sexuel explicite, qui montre l’enfant de la partie requérante. Il n’est décrit ici qu’en mots.',
    'content.agent':
      'Contenu : une image ou un enregistrement d’une personne dénudée ou d’un acte sexuel explicite, qui montre la personne pour laquelle ce dossier est établi. Il n’est décrit ici qu’en mots.',
    'content.minor':
      'Contenu : une image ou un enregistrement, à caractère sexuel ou de nudité, d’une personne qui avait moins de 18 ans lorsqu’il a été réalisé. Il n’est décrit ici que par ces mots.',
    'content.minor.parent':
      'Contenu : une image ou un enregistrement, à caractère sexuel ou de nudité, de l’enfant de la partie requérante, qui avait moins de 18 ans lorsqu’il a été réalisé. Il n’est décrit ici que par ces mots.',
    'content.minor.agent':
      'Contenu : une image ou un enregistrement, à caractère sexuel ou de nudité, d’une personne qui avait moins de 18 ans lorsqu’il a été réalisé. Il n’est décrit ici que par ces mots.',
    applicant: 'Partie requérante, la personne montrée : {answer}',
    'applicant.minor':
      'Partie requérante, en qualité de représentante ou représentant légal de la personne montrée, ou de personne montrée si elle est aujourd’hui majeure : {answer}',
    'applicant.parent':
      'Partie requérante, en qualité de représentante ou représentant légal de la personne montrée, que ce dossier ne nomme pas : {answer}',
    'applicant.agent':
      'Partie requérante (la personne montrée, sa représentante ou son représentant légal, ses ayants droit, ou l’Institut avec l’accord de la personne montrée) : {answer}',
    nullity:
      'Toutes les données connues qui permettent d’identifier les images ou enregistrements. L’article 584 les exige à peine de nullité, et l’ordonnance doit les contenir.',
    missing: 'Données qui ne peuvent pas être fournies, et pourquoi : {answer}',
    'missing.none': 'rien ne manque, à ma connaissance.',
    production:
      'Si des données manquent, le président peut ordonner à tout autre détenteur de les produire (Code judiciaire, articles 871 et 877 à 882) et rendre une première ordonnance sur ce qui est connu.',
    nonconsent:
      'La personne montrée n’a pas consenti à la diffusion. La loi présume l’absolue nécessité, ainsi que l’absence de consentement jusqu’à preuve du contraire.',
    'nonconsent.minor':
      'Il n’y a aucun consentement à la diffusion. La loi présume l’absolue nécessité, ainsi que l’absence de consentement jusqu’à preuve du contraire.',
    rule: 'Infraction : article 136 du Code pénal (loi du 29 février 2024), ancien article 417/9 ; avec une intention méchante ou dans un but lucratif, article 137, ancien article 417/10. L’article 584 lui-même mentionne encore les anciens articles, ainsi que les troisième et quatrième tirets des anciens articles 417/15 à 417/22.',
    'rule.minor':
      'Infraction : articles 136, 143 et 144 du Code pénal (loi du 29 février 2024), ancien article 417/9 et troisième et quatrième tirets des anciens articles 417/15 à 417/22. L’article 584 lui-même mentionne encore les anciens articles.',
    court:
      'Juridiction : le président du tribunal de première instance, en référé ou sur requête unilatérale (article 584).',
    addressee: 'Ordonnance demandée à l’égard de chacun de ces intermédiaires, avec dénomination et adresse : {answer}',
    poster:
      'Si la personne qui a publié le contenu est connue, la partie requérante le dit directement à l’avocate, à l’avocat ou à l’Institut. Ce dossier n’accuse personne nommément.',
    measure:
      'Mesure demandée : retirer immédiatement les images ou enregistrements par tous moyens appropriés, ou les rendre inaccessibles, au plus tard dans les six heures de la signification de l’ordonnance.',
    discreet:
      'Je vous demande de ne montrer le contenu à personne, et de ne le décrire dans la requête que par les mots que la loi exige.',
  },
} satisfies Same<typeof En>

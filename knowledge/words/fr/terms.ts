import type { terms as En } from '../en/terms.ts'
import type { Same } from '../words.ts'

export const terms = {
  title: 'Les propres règles de la plateforme',
  gives:
    'La plupart des plateformes interdisent les images intimes sans consentement et ont un formulaire pour cela. C’est souvent rapide.',
  exposes: 'La plateforme lit ce que son formulaire demande. Cette lettre elle-même ne nomme personne.',
  because: 'Le formulaire de la plateforme est souvent le plus rapide, et se combine avec la loi.',
  rule: 'À notre connaissance, ces règles ne fixent pas de délai. Un rappel vient après trois jours ; c’est notre rappel.',
  questions: {},
  gaps: {},
  choices: {},
  steps: {
    reminder: {
      title: 'Leur rappeler le signalement',
      what: 'Un court second signalement. En cas de refus ou de silence, la loi reste : ces demandes sont prêtes aussi.',
    },
  },
  letter: {
    subject: 'Signalement selon vos propres règles : images intimes sans consentement (référence {reference})',
    'subject.minor':
      'Signalement urgent selon vos propres règles : exploitation sexuelle d’un enfant (référence {reference})',
    title: 'Signalement selon vos propres règles',
    law: 'Vos règles sur les images intimes partagées sans consentement',
    'law.minor': 'Vos règles contre l’exploitation sexuelle des enfants',
    what: 'Il s’agit d’une image ou d’une vidéo intime qui me montre. Je n’ai pas consenti à son partage.',
    'what.agent':
      'Il s’agit d’une image ou d’une vidéo intime d’une personne pour laquelle j’agis. La personne montrée n’a pas consenti à son partage.',
    'what.minor':
      'Il s’agit d’une image ou d’une vidéo intime d’une personne qui avait moins de 18 ans lorsqu’elle a été réalisée. C’est du matériel relatif à des abus sexuels commis sur des enfants.',
    'what.minor.agent':
      'Il s’agit d’une image ou d’une vidéo intime d’une personne qui avait moins de 18 ans lorsqu’elle a été réalisée. C’est du matériel relatif à des abus sexuels commis sur des enfants.',
    rule: 'Ce contenu est contraire à vos propres règles sur les images intimes partagées sans consentement.',
    'rule.minor': 'Ce contenu est contraire à vos propres règles qui protègent les enfants de l’exploitation sexuelle.',
    remove:
      'Je vous demande de le retirer et d’agir à l’égard du compte qui l’a partagé, comme vos règles le prévoient.',
    copies: 'Je vous demande aussi de retirer les copies identiques et d’empêcher leur remise en ligne.',
    silence: 'Veuillez ne pas révéler à la personne qui l’a partagé de qui vient ce signalement.',
    receipt: 'Veuillez accuser réception en indiquant un numéro, et me communiquer votre décision.',
    'reminder.subject': 'Second signalement selon vos propres règles (référence {reference})',
    'reminder.title': 'Second signalement selon vos propres règles',
    'reminder.law': 'Vos règles sur les images intimes partagées sans consentement',
    'reminder.law.minor': 'Vos règles contre l’exploitation sexuelle des enfants',
    'reminder.still': 'Le contenu est toujours visible.',
    'reminder.ask':
      'Je vous demande de le retirer sans attendre et de me communiquer votre décision sur mon premier signalement.',
  },
} satisfies Same<typeof En>

import type { replies as en } from '../en/replies.ts'
import type { Same } from '../words.ts'

export const replies: Same<typeof en> = {
  receipt: {
    title: 'La demande est arrivée',
    means: 'Cette réponse dit que la demande est bien arrivée. Elle ne dit rien de plus.',
  },
  question: {
    title: 'Une question est posée',
    means:
      'Il suffit de répondre à ce qui aide à trouver l’endroit. L’image elle-même n’est jamais nécessaire. Un document d’identité ne l’est presque jamais : la réponse peut demander pourquoi.',
  },
  refused: {
    title: 'Cela ressemble à un refus',
    means: 'Ce n’est qu’une première réponse. Si c’est un refus, une étape suivante existe.',
  },
  removed: {
    title: 'L’image semble retirée',
    means: 'Elle compte comme retirée quand cela a été vu ou confirmé. D’ici là, tout continue.',
  },
  automatic: {
    title: 'Une machine a répondu',
    means: 'Le message est arrivé. À première vue, personne ne l’a encore lu.',
  },
  delayed: {
    title: 'Le message n’est pas encore arrivé',
    means: 'Leur serveur ne répond pas. Le nôtre essaie à nouveau, tout seul.',
  },
  bounce: {
    title: 'Le message n’est pas arrivé',
    means: 'Cette adresse ne reçoit pas de courrier. Le plan montre d’autres moyens.',
  },
  other: {
    title: 'Une réponse est arrivée',
    means: 'Les mots ne disent pas clairement ce qu’elle veut dire. La réponse se lit ci-dessous.',
  },
}

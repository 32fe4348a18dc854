import type { hotline as En } from '../en/hotline.ts'
import type { Same } from '../words.ts'

/** La première lettre et le premier appel. */
export const hotline = {
  letter: {
    subject: 'Signalement d’images d’une jeune personne (référence {reference})',
    hello: 'Bonjour,',
    age: {
      '16-17': 'Sur les images, j’ai 16 ou 17 ans.',
      'under-16': 'Sur les images, j’ai moins de 16 ans.',
    },
    what: 'Ce sont des images de moi, de nudité ou à caractère sexuel. Je veux qu’elles disparaissent.',
    where: 'Elles se trouvent ici :',
    ask: 'Pouvez-vous les faire retirer, aussi dans d’autres pays ?',
    anonymous: 'Je ne donne pas mon nom. Je sais qu’il n’est pas nécessaire.',
    first: 'Parlez-moi avant de parler de moi à quelqu’un d’autre, s’il vous plaît.',
    reference: 'Ma référence est {reference}.',
  },
  police: {
    subject: 'Pour la police (référence {reference})',
    adult: 'Des images intimes de moi sont diffusées sans mon consentement. Je veux porter plainte.',
    minor:
      'Des images de moi, de nudité ou à caractère sexuel, sont diffusées. J’y ai moins de 18 ans. Je veux le signaler.',
    where: 'Elles se trouvent ici :',
    offence: 'L’infraction est peut-être :',
    list: 'Je peux donner une liste avec les adresses, les jours et les heures, et les demandes envoyées. Elle ne contient aucune image.',
    anyZone: 'En Belgique, chaque zone de police prend cette plainte.',
    copy: 'Je demande le numéro du procès-verbal et une copie de ma déclaration.',
    public: 'Veuillez laisser mon nom en dehors de tout ce qui devient public.',
  },
  call: {
    hotline: {
      say: [
        'Bonjour.',
        '{age}',
        'Des images de moi, de nudité ou à caractère sexuel, sont sur internet. J’ai les adresses.',
        'Je ne veux pas donner mon nom.',
        'Que pouvez-vous faire, et que se passe-t-il ensuite ?',
      ],
      age: {
        '16-17': 'Sur les images, j’ai 16 ou 17 ans.',
        'under-16': 'Sur les images, j’ai moins de 16 ans.',
      },
      mayAsk: [
        'Où sont les images. Lis les adresses, ou donne ta référence.',
        'Quel âge tu as sur les images.',
        'Si tu es en sécurité, et si quelqu’un te menace.',
        'Comment te joindre. Tu peux dire : « Je rappellerai. »',
      ],
      leaveOut: [
        'Rien ne t’oblige à donner ton nom, ton école ou ton adresse.',
        'Rien ne t’oblige à dire comment les images ont été faites, ou qui les avait.',
        'Personne n’a besoin de voir les images. Elles restent où elles sont : les adresses suffisent.',
      ],
      goodToKnow: [
        'Tu n’as rien fait de mal. La personne qui a fait circuler les images est responsable.',
        'Tu peux arrêter l’appel à tout moment, et rappeler plus tard.',
        'Quelqu’un en qui tu as confiance peut rester à côté de toi.',
        'C’est toi qui choisis si tes parents le savent. Tu peux demander ce qui reste entre vous.',
      ],
      secrecy: 'Les personnes de Child Focus doivent garder ton secret.',
    },
    police: {
      minor: [
        'Bonjour.',
        '{age}',
        'Des images de moi, de nudité ou à caractère sexuel, sont diffusées. Je veux le signaler.',
        'Quand puis-je venir ? Puis-je parler à quelqu’un qui s’y connaît ?',
      ],
      adult: [
        'Bonjour.',
        'Des images intimes de moi sont diffusées sans mon consentement. Je veux porter plainte.',
        'Quand puis-je venir ? Puis-je parler à quelqu’un qui s’y connaît ?',
      ],
      mayAsk: [
        'Le nom, et un moyen de contact.',
        'Où sont les images, et depuis quand. La liste le dit.',
        'Qui l’a fait, si c’est connu. « Je ne sais pas » est une réponse.',
        'Si quelqu’un menace ou veut de l’argent.',
      ],
      leaveOut: [
        'Personne n’est obligé de montrer les images. Les adresses suffisent.',
        'Si la police demande le téléphone, on peut d’abord demander pourquoi.',
        'Le reste de la vie privée n’a pas sa place ici.',
      ],
      goodToKnow: [
        'La personne qui diffuse les images est responsable, même si vous étiez d’accord, un jour, pour les faire.',
        'Demandez si une personne de confiance peut rester avec vous.',
        'Vous pouvez demander une pause, un verre d’eau, ou de continuer un autre jour.',
      ],
      goodToKnowMinor: [
        'Tu n’as rien fait de mal. La personne qui a fait circuler les images est responsable.',
        'Demande si quelqu’un en qui tu as confiance peut rester avec toi.',
        'Tu peux demander une pause, un verre d’eau, ou de continuer un autre jour.',
      ],
      belgium: 'En Belgique, chaque zone de police prend votre plainte. La Computer Crime Unit peut l’aider.',
      belgiumMinor:
        'En Belgique, tu peux aller à la police sans tes parents. Leur accord n’est pas nécessaire. Quelqu’un en qui tu as confiance peut venir avec toi.',
    },
  },
  sextortion: {
    title: 'Quelqu’un menace ou veut de l’argent',
    intro: 'De l’aide existe, et vous n’avez rien fait de mal. Faites ces cinq choses, dans cet ordre.',
    minorIntro: 'De l’aide existe, et tu n’as rien fait de mal. Fais ces cinq choses, dans cet ordre.',
    steps: [
      {
        title: 'Ne payez pas',
        text: 'Ne donnez ni argent, ni codes, ni d’autres images. C’est déjà fait ? Alors arrêtez maintenant.',
      },
      {
        title: 'Gardez les messages',
        text: 'N’effacez rien. Les noms, numéros, comptes et heures aident la police.',
      },
      {
        title: 'Ne répondez pas',
        text: 'N’écrivez plus rien. Bloquez le compte une fois que les messages sont gardés.',
      },
      {
        title: 'Parlez à une personne de confiance',
        text: 'Une amie, un ami, quelqu’un à la maison ou au travail. Vous n’avez pas à porter cela sans aide.',
      },
      {
        title: 'Appelez la police et une ligne d’aide',
        text: 'Les numéros sont plus bas. En cas de danger, appelez le numéro d’urgence.',
      },
    ],
    minorSteps: [
      {
        title: 'Ne paie pas',
        text: 'Ne donne ni argent, ni codes, ni d’autres images. C’est déjà fait ? Alors arrête maintenant.',
      },
      { title: 'Garde les messages', text: 'N’efface rien. Les noms, numéros, comptes et heures aident la police.' },
      { title: 'Ne réponds pas', text: 'N’écris plus rien. Bloque le compte une fois que les messages sont gardés.' },
      {
        title: 'Parle à quelqu’un en qui tu as confiance',
        text: 'Une amie, un ami, un prof, quelqu’un à la maison : tu choisis. Tu n’as pas à porter cela sans aide.',
      },
      {
        title: 'Appelle la ligne d’aide et la police',
        text: 'Les numéros sont plus bas. La ligne d’aide n’a pas besoin de ton nom. En cas de danger, appelle le numéro d’urgence.',
      },
    ],
    afterwards: 'Ensuite, nous demandons le retrait des images.',
  },
} satisfies Same<typeof En>

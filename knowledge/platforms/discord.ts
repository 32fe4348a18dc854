/** Discord: invites, servers, channels and messages, and the files behind its content network. */
import { z } from 'zod'
import { foldName, marksOf, same } from './marks.ts'
import type { Platform, Recognised } from './platform.ts'
import { privacyRoute } from './rights.ts'
import { ask, gone, json, unknown, untold, up } from './sights.ts'

export const discord: Platform = {
  id: 'discord',
  name: 'Discord',
  hosts: ['discord.com', 'discord.gg', 'discordapp.com', 'discordapp.net'],
  scheme: 'discord:',
  examples: [
    ['https://discord.gg/AbCdEf?event=1', 'https://discord.gg/AbCdEf', 'invite:AbCdEf'],
    ['discord.com/invite/AbCdEf', 'https://discord.gg/AbCdEf', 'invite:AbCdEf'],
    ['https://discordapp.com/invite/AbCdEf', 'https://discord.gg/AbCdEf', 'invite:AbCdEf'],
    ['discord.gg/invite/AbCdEf', 'https://discord.gg/AbCdEf', 'invite:AbCdEf'],
    ['https://canary.discord.com/invite/my-server', 'https://discord.gg/my-server', 'invite:my-server'],
    ['discord://-/invite/AbCdEf', 'https://discord.gg/AbCdEf', 'invite:AbCdEf'],
    ['https://ptb.discord.com/channels/11/22/33', 'https://discord.com/channels/11/22/33', 'message:33'],
    ['https://discord.com/channels/11/22/', 'https://discord.com/channels/11/22', 'channel:22'],
    ['https://discord.com/channels/11/22/threads/33', 'https://discord.com/channels/11/33', 'channel:33'],
    ['https://discord.com/channels/11', 'https://discord.com/channels/11', 'guild:11'],
    ['https://discord.com/channels/@me/22', 'https://discord.com/channels/@me/22', 'channel:22'],
    ['https://discord.com/channels/@me/22/33', 'https://discord.com/channels/@me/22/33', 'message:33'],
    [
      'https://cdn.discordapp.com/attachments/22/44/a_1.jpg?ex=6745&is=6744&hm=0a',
      'https://cdn.discordapp.com/attachments/22/44/a_1.jpg',
      'attachment:44',
    ],
    [
      'https://media.discordapp.net/attachments/22/44/a_1.jpg?format=webp&width=300',
      'https://cdn.discordapp.com/attachments/22/44/a_1.jpg',
      'attachment:44',
    ],
    [
      'https://cdn.discordapp.com/ephemeral-attachments/22/44/a.png',
      'https://cdn.discordapp.com/attachments/22/44/a.png',
      'attachment:44',
    ],
    ['https://discord.com/users/55', 'https://discord.com/users/55', 'user:55'],
  ],

  recognise(url) {
    if (url.protocol === 'discord:') return inApp(appPath(url))
    if (/^(?:cdn\.discordapp\.com|media\.discordapp\.net)$/.test(url.hostname)) return attachment(url.pathname)
    if (/^(?:www\.)?discord\.gg$/.test(url.hostname)) return invite(url.pathname.replace(/^\/invite\//, '/'))
    if (/^(?:(?:www|ptb|canary)\.)?discord(?:app)?\.com$/.test(url.hostname)) return inApp(url.pathname)
    return null
  },

  routes: [
    {
      id: 'dsa-form',
      recipient: 'Discord Trust & Safety',
      to: { form: 'https://support.discord.com/hc/en-us/articles/17861767909527' },
      grounds: ['dsa16'],
      asks: {
        en: 'This help page leads to the form for the EU. It asks for an explanation and a country.',
        fr: 'Cette page d’aide mène au formulaire pour l’UE. Il demande une explication et un pays.',
        nl: 'Deze hulppagina leidt naar het formulier voor de EU. Het vraagt een uitleg en een land.',
        de: 'Diese Hilfeseite führt zum Formular für die EU. Es fragt nach einer Erklärung und einem Land.',
      },
      source: 'https://support.discord.com/hc/en-us/articles/17861767909527',
      checked: '2026-11-24',
      sure: 'published',
    },
    {
      id: 'report-form',
      recipient: 'Discord Trust & Safety',
      to: { form: 'https://discord.com/report' },
      grounds: ['tida', 'dsa16', 'terms'],
      asks: {
        en: 'No account is needed. Choose the TAKE IT DOWN option. One report for each picture, with the link of the message. It asks for the legal name of the person shown; a parent, a guardian or a lawyer may file instead.',
        fr: 'Aucun compte n’est nécessaire. Choisir l’option TAKE IT DOWN. Un signalement par image, avec le lien du message. Le formulaire demande le nom officiel de la personne montrée ; un parent, un tuteur ou un avocat peut le remplir à sa place.',
        nl: 'Een account is niet nodig. Kies de optie TAKE IT DOWN. Eén melding per foto, met de link van het bericht. Het formulier vraagt de officiële naam van wie te zien is; een ouder, voogd of advocaat mag het ook invullen.',
        de: 'Ein Konto ist nicht nötig. Die Option TAKE IT DOWN wählen. Eine Meldung je Bild, mit dem Link der Nachricht. Das Formular fragt nach dem amtlichen Namen der gezeigten Person; Eltern, ein Vormund oder ein Anwaltsbüro können es stattdessen ausfüllen.',
      },
      exposes: {
        en: 'Discord learns that name. Its own advice is not to write to the one who posted it.',
        fr: 'Discord apprend ce nom. Son propre conseil est de ne pas écrire à la personne qui a publié l’image.',
        nl: 'Discord krijgt die naam te zien. Het eigen advies van Discord is om niet te schrijven naar wie de foto plaatste.',
        de: 'Discord erfährt diesen Namen. Discord rät selbst, nicht an die Person zu schreiben, die das Bild veröffentlicht hat.',
      },
      source: 'https://discord.com/report',
      checked: '2026-11-24',
      sure: 'published',
    },
    privacyRoute({
      recipient: 'Discord Netherlands BV',
      to: { email: 'privacy@discord.com' },
      source: 'https://github.com/datenanfragen/data',
      sure: 'reported',
    }),
  ],
  hashServices: { stopncii: 'unconfirmed', takeitdown: 'unconfirmed' },

  checks: [
    {
      kinds: ['invite'],
      metadata: true,
      source: 'https://docs.discord.com/developers/resources/invite#get-invite',
      checked: '2026-11-24',

      // That the invitation is gone says nothing of the server: it lives on, and others lead there.
      async look({ id }, deps) {
        const code = id.slice('invite:'.length)
        const answer = await ask(`https://discord.com/api/v10/invites/${code}?with_counts=true`, deps)
        const told = json(answer.text)
        if (answer.status === 404) {
          return Refusal.safeParse(told).data?.code === 10006 ? gone('404 Unknown Invite') : unknown('404')
        }
        if (answer.status !== 200) return unknown(`${answer.status}`)
        const invite = Invite.safeParse(told).data
        const guild = invite?.guild
        if (!guild) return invite?.channel ? up('200, an invitation to a chat') : unknown('200 without a server')
        return up(
          '200, an invitation to a server',
          marksOf({
            guild: guild.id,
            icon: guild.icon,
            splash: guild.splash,
            banner: guild.banner,
            // A short one is nobody's own.
            description: (guild.description?.length ?? 0) >= 20 ? guild.description : null,
            name: foldName(guild.name),
            inviter: invite?.inviter?.id,
            // A snowflake's first 42 bits are the milliseconds since 2015.
            created: Number((BigInt(guild.id) >> 22n) + 1_420_070_400_000n),
          }),
        )
      },
    },
    // The server's own public answer (widget) is not asked for: it may make an invitation, which its moderators see.
    untold(['guild', 'channel', 'message', 'user'], {
      sign: 'only members can see it',
      source: 'https://docs.discord.com/developers/resources/guild#get-guild-widget',
      checked: '2026-11-24',
    }),
    untold(['attachment'], {
      sign: 'its signature runs out whether the message is there or not: the link of the message says more',
      source: 'https://docs.discord.com/developers/reference#signed-attachment-cdn-urls',
      checked: '2026-11-24',
    }),
  ],

  successor(before, after) {
    const drawn = ['guild', 'icon', 'splash', 'banner', 'description']
    if (drawn.some((mark) => same(before, after, mark))) return 'strong'
    return same(before, after, 'name') || same(before, after, 'inviter') ? 'weak' : null
  },
}

const Invite = z.object({
  guild: z
    .object({
      id: z.string().regex(/^\d{1,21}$/),
      name: z.string().max(400),
      icon: z.string().max(100).nullish(),
      splash: z.string().max(100).nullish(),
      banner: z.string().max(100).nullish(),
      description: z.string().max(2_000).nullish(),
    })
    .nullish(),
  channel: z.object({ id: z.string().max(30) }).nullish(),
  inviter: z.object({ id: z.string().max(30) }).nullish(),
})
const Refusal = z.object({ code: z.number() })

/** `discord://-/invite/C`, `discord://invite/C`, `discord://discord.com/invite/C`. */
function appPath({ hostname, pathname }: URL): string {
  return /^(?:-|.*\..*)?$/.test(hostname) ? pathname : `/${hostname}${pathname}`
}

function inApp(path: string): Recognised {
  const [, user] = path.match(/^\/users\/(\d{1,21})$/) ?? []
  if (user) return { id: `user:${user}`, url: `https://discord.com/users/${user}` }
  if (path.startsWith('/invite/')) return invite(path.slice('/invite'.length))

  const [, guild, channel, thread, message] =
    path.match(/^\/channels\/(@me|\d{1,21})(?:\/(\d{1,21})(?:\/threads\/(\d{1,21}))?(?:\/(\d{1,21}))?)?$/) ?? []
  if (!guild || (guild === '@me' && !channel)) return null
  const server = `https://discord.com/channels/${guild}`
  const room = thread ?? channel
  if (!room) return { id: `guild:${guild}`, url: server }
  if (!message) return { id: `channel:${room}`, url: `${server}/${room}` }
  return { id: `message:${message}`, url: `${server}/${room}/${message}` }
}

/** The case of a code is kept: `AbC` and `abc` are two invites. */
function invite(path: string): Recognised {
  const [, code] = path.match(/^\/([a-z\d-]{2,100})$/i) ?? []
  return code ? { id: `invite:${code}`, url: `https://discord.gg/${code}` } : null
}

/** The signature (`ex`, `is`, `hm`) runs out within a day and is no part of what the file is. */
function attachment(path: string): Recognised {
  const [, channel, id, name] = path.match(/^\/(?:ephemeral-)?attachments\/(\d{1,21})\/(\d{1,21})\/([^/]+)$/) ?? []
  return id ? { id: `attachment:${id}`, url: `https://cdn.discordapp.com/attachments/${channel}/${id}/${name}` } : null
}

// A moderation bot for a Discord community: when a moderator marks a message with 🚩, the digests of its pictures and
// the message's address are reported. The pictures are read here, in the bot, and go nowhere. Run it beside report.mjs:
//
//   npm install discord.js
//   DISCORD_TOKEN=… VIGIE_URL=https://vigie.example.org VIGIE_SECRET=whsec_… node discord-bot.mjs
import { report, sightingsOf } from './report.mjs'

export async function onFlag({ attachments, url }, vigie) {
  const sightings = []
  for (const file of attachments.values()) {
    if (file.size > 50_000_000) continue
    sightings.push(...sightingsOf(Buffer.from(await (await fetch(file.url)).arrayBuffer()), url))
  }
  if (sightings.length > 0) await report(sightings, vigie)
}

if (import.meta.main) {
  const { Client, GatewayIntentBits: may, Partials } = await import('discord.js')
  const intents = [may.Guilds, may.GuildMessages, may.GuildMessageReactions, may.MessageContent]
  const client = new Client({ intents, partials: [Partials.Message, Partials.Reaction] })
  client.on('messageReactionAdd', async ({ emoji, message }, { id }) => {
    if (emoji.name !== '🚩') return
    const member = await message.guild?.members.fetch(id)
    if (member?.permissions.has('ManageMessages')) await onFlag(await message.fetch()).catch(console.error)
  })
  await client.login(process.env.DISCORD_TOKEN)
}

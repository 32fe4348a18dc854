/** Somebody asks for money or threatens: the first things, before anything else. For everybody, signed in or not. */
import { sextortionSteps } from '#knowledge/hotline.ts'
import { Frame } from '../frame.tsx'
import { requestTexts } from '../messages/requests.ts'
import { People } from '../parts.tsx'
import type { Visit } from '../visit.ts'

export function NowPage({ v }: { v: Visit }) {
  const { title, intro, steps, afterwards } = sextortionSteps({ ageBand: v.ageBand ?? 'adult', lang: v.lang })
  return (
    <Frame v={v} heading={title}>
      <p class="lead">{intro}</p>
      <ol class="field">
        {steps.map((step) => (
          <li>
            <strong>{step.title}</strong>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
      <p>{afterwards}</p>
      <h2>{requestTexts(v.lang, v.ageBand).now.call}</h2>
      <People v={v} help={v.help} />
      <p>
        <a class="quiet" href={v.signedIn ? '/home' : '/'}>
          {requestTexts(v.lang, v.ageBand).back}
        </a>
      </p>
    </Frame>
  )
}

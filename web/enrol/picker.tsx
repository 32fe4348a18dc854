/**
 * Where pictures and clips are chosen. Without a script it says how to go on; the island (islands/pictures.ts) shows the
 * picker, and puts the hashes, never a byte of a picture, into the hidden field.
 */
import { Choice } from '../parts.tsx'
import type { Visit } from '../visit.ts'

interface PickerProps {
  v: Visit
  value: string
  views: 'balanced' | 'wide'
}

export function PicturePicker({ v, value, views }: PickerProps) {
  const { pictures: t } = v.t.enrol
  const states = {
    progress: t.progress('{done}', '{all}'),
    waiting: t.waiting,
    reading: t.reading,
    readingClip: t.readingClip,
    ready: t.ready,
    reduced: t.reduced,
    'weak-quality': t.weakQuality,
    'weak-one-axis': t.weakOneAxis,
    'weak-common': t.weakCommon,
    'weak-too-small': t.plain,
    plainClip: t.plainClip,
    same: t.same,
    full: t.full,
    clip: t.clip,
    stopped: t.stopped,
    unreadable: t.unreadable,
    heic: t.heic,
    tooLarge: t.tooLarge,
    tiny: t.tiny,
    many: t.many('{fit}', '{left}'),
    noise: t.noise,
    old: t.old,
    remove: t.remove,
    stop: t.stop,
    pictureLine: t.pictureLine('{n}', '{count}'),
    clipLine: t.clipLine('{n}', '{count}'),
  }
  return (
    <div class="pick" id="pictures" data-says={JSON.stringify(states)}>
      <input type="hidden" name="pictures" value={value} />
      <noscript>
        <p class="notice">{t.noScript}</p>
      </noscript>
      <div class="picker" hidden>
        <div class="drop">
          <label for="choose">{t.choose}</label>
          <input id="choose" type="file" accept="image/*,video/*" multiple aria-describedby="drop-hint" />
          <p class="soft small" id="drop-hint">
            {t.drop} {t.blurred}
          </p>
        </div>
        <p class="field" role="status" data-part="progress" />
        <progress max="1" value="0" hidden aria-hidden="true" data-part="bar" />
        <div class="notice problem" role="alert" data-part="trouble" hidden />
        <ul class="bare pictures" data-part="list" />
        <fieldset class="field">
          <legend>{t.views}</legend>
          <Choice
            name="views"
            value="balanced"
            chosen={views === 'balanced'}
            label={t.balanced}
            hint={t.balancedHint}
          />
          <Choice name="views" value="wide" chosen={views === 'wide'} label={t.wide} hint={t.wideHint} />
          <p class="soft small">{t.freely}</p>
        </fieldset>
      </div>
      <details class="field">
        <summary>{t.sees}</summary>
        <p>{t.seesIntro}</p>
        <p class="soft" data-part="nothing">
          {t.seesNothing}
        </p>
        <ul class="bare" data-part="each" />
        <details data-part="all" hidden>
          <summary>{t.seesAll}</summary>
          <section class="scroll" tabindex={0} aria-label={t.seesAll}>
            <pre data-part="lines" />
          </section>
        </details>
        <p>{t.check}</p>
        <p class="soft">{t.keep}</p>
      </details>
    </div>
  )
}

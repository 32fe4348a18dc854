/**
 * Where pictures are chosen. Without a script it says how to go on; the island (islands/pictures.ts) shows the picker,
 * and puts the hashes, never a byte of a picture, into the hidden field.
 */
import type { Visit } from '../visit.ts'

export function PicturePicker({ v, value }: { v: Visit; value: string }) {
  const { pictures: t } = v.t.enrol
  const states = {
    progress: t.progress('{done}', '{all}'),
    waiting: t.waiting,
    reading: t.reading,
    ready: t.ready,
    same: t.same,
    plain: t.plain,
    unreadable: t.unreadable,
    heic: t.heic,
    tooLarge: t.tooLarge,
    tiny: t.tiny,
    many: t.many,
    noise: t.noise,
    old: t.old,
    remove: t.remove,
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
          <input id="choose" type="file" accept="image/*" multiple aria-describedby="drop-hint" />
          <p class="soft small" id="drop-hint">
            {t.drop} {t.blurred}
          </p>
        </div>
        <p class="field" role="status" data-part="progress" />
        <progress max="1" value="0" hidden aria-hidden="true" />
        <div class="notice problem" role="alert" data-part="trouble" hidden />
        <ul class="bare pictures" data-part="list" />
      </div>
      <details>
        <summary>{t.sees}</summary>
        <p>{t.seesIntro}</p>
        <section class="scroll" tabindex={0} aria-label={t.sees}>
          <pre data-part="lines" data-nothing={t.seesNothing}>
            {value || t.seesNothing}
          </pre>
        </section>
        <p>{t.check}</p>
        <p class="soft">{t.keep}</p>
      </details>
    </div>
  )
}

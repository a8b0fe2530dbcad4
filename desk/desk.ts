import './default-preferences.ts';
import CMS from '@sveltia/cms';
import { contentKinds } from '#news/content-kind.ts';
import type { DeskData } from '#site/desk/desk-files.ts';
import { mountBodyControl } from './body-control.ts';
import { checkBeforeSaving } from './check-before-saving.ts';
import style from './desk.css';
import { domComponent } from './dom-component.ts';
import { mountMomentControl } from './moment-control.ts';
import { mountPreview } from './preview-component.ts';
import { readEntry } from './read-entry.ts';
import { mountStatusControl } from './status-control.ts';
import { textsOnThisMachine } from './stored-text.ts';
import { writeEntry } from './write-entry.ts';

const data: DeskData = await (await fetch('desk.json')).json();

for (const kind of contentKinds) {
  CMS.registerCustomFormat(kind, 'md', {
    fromFile: (text) => readEntry(kind, text),
    toFile: (values) => writeEntry(kind, values, `urn:uuid:${crypto.randomUUID()}`),
  });
  CMS.registerPreviewTemplate(kind, domComponent(mountPreview(kind, data)));
}
CMS.registerFieldType('body', domComponent(mountBodyControl));
CMS.registerFieldType('moment', domComponent(mountMomentControl));
CMS.registerFieldType('status', domComponent(mountStatusControl));
CMS.registerEventListener({
  name: 'preSave',
  handler: checkBeforeSaving({
    lists: data.lists,
    storedText: data.localDatabase === undefined ? async () => undefined : textsOnThisMachine(data.localDatabase),
    saveAgain: () => document.querySelector<HTMLElement>('[aria-keyshortcuts*="+S"]')?.click(),
  }),
});

document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
await CMS.init({ config: { ...data.config, load_config_file: false } });

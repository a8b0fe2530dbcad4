import './default-preferences.ts';
import CMS from '@sveltia/cms';
import { contentKinds } from '#news/content-kind.ts';
import bodyEditorStyle from './body-editor/body-editor.css';
import { mountBodyControl } from './controls/body-control.ts';
import { domComponent } from './controls/dom-component.ts';
import { mountMomentControl } from './controls/moment-control.ts';
import { mountStatusControl } from './controls/status-control.ts';
import { createWaitingFiles } from './controls/waiting-files.ts';
import style from './desk.css';
import type { DeskData } from './desk-data.ts';
import { kindOfCollection } from './entry/kind-of-collection.ts';
import { readEntry } from './entry/read-entry.ts';
import { writeEntry } from './entry/write-entry.ts';
import { mountPreview } from './preview/mount-preview.ts';
import { receiveDroppedFiles } from './receive-dropped-files.ts';
import { checkBeforeSaving } from './saving/check-before-saving.ts';
import { saveAgain } from './saving/save-again.ts';
import { clearFindingsOnLeaving } from './saving/show-findings.ts';
import { textInRepository, textsOnThisMachine } from './saving/stored-text.ts';

const data: DeskData = await (await fetch('desk.json')).json();

for (const kind of contentKinds) {
  CMS.registerCustomFormat(kind, 'md', {
    fromFile: (text) => readEntry(kind, text),
    toFile: (values) => writeEntry(kind, values, `urn:uuid:${crypto.randomUUID()}`),
  });
}
interface Collection {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly label: string }[];
}
const { collections } = data.config as { readonly collections: readonly Collection[] };
for (const { name } of collections) {
  const kind = kindOfCollection(name);
  if (kind) CMS.registerPreviewTemplate(name, domComponent(mountPreview(kind, data)));
}
const waitingFiles = createWaitingFiles();
receiveDroppedFiles(waitingFiles);
CMS.registerFieldType('body', domComponent(mountBodyControl(data.names, waitingFiles)));
CMS.registerFieldType('moment', domComponent(mountMomentControl));
CMS.registerFieldType('status', domComponent(mountStatusControl));
CMS.registerEventListener({
  name: 'preSave',
  handler: checkBeforeSaving({
    lists: data.lists,
    storedText: data.isLocal ? textsOnThisMachine() : textInRepository,
    labels: (collection) => {
      const { fields = [] } = collections.find(({ name }) => name === collection) ?? {};
      return new Map(fields.map(({ name, label }) => [name, label]));
    },
    saveAgain,
  }),
});

clearFindingsOnLeaving();

document.head.append(Object.assign(document.createElement('style'), { textContent: style + bodyEditorStyle }));
await CMS.init({ config: { ...data.config, load_config_file: false } });

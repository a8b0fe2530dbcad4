import { defaultShortName, type Organisation, type WrittenOrganisation } from '#news/organisation.ts';
import { type ChosenColors, chosenColorProblem, siteColors } from '#news/site-colors.ts';
import { type Finding, finding } from '#site/finding.ts';
import { findListPicture, type ListFile } from './find-list-picture.ts';

/** The organisation of site.yaml with what follows from its facts, and the files of its logo and icon. */
export function readOrganisation(
  list: ListFile,
  { shortName, colors, logo, icon, ...facts }: WrittenOrganisation,
): { organisation: Organisation; findings: readonly Finding[] } {
  const logoPicture = logo === undefined ? undefined : findListPicture(list, ['logo'], logo);
  const iconPicture = icon === undefined ? undefined : findListPicture(list, ['icon'], icon);
  return {
    organisation: {
      ...facts,
      shortName: shortName ?? defaultShortName(facts.name),
      colors: siteColors(colors),
      ...(logoPicture?.file && { logo: logoPicture.file }),
      ...(iconPicture?.file && { icon: iconPicture.file }),
    },
    findings: [...colorFindings(list, colors), ...(logoPicture?.findings ?? []), ...(iconPicture?.findings ?? [])],
  };
}

function colorFindings(list: ListFile, { accent, signal }: ChosenColors = {}): Finding[] {
  return [
    { key: 'accent', name: 'màu chính (accent)', color: accent },
    { key: 'signal', name: 'màu nhấn (signal)', color: signal },
  ].flatMap(({ key, name, color }) => {
    const problem = color === undefined ? undefined : chosenColorProblem(name, color);
    return problem ? [finding(list.locate(['colors', key]), problem.rule, problem.wrong, problem.remedy)] : [];
  });
}

import { homeAddress } from '#news/address.ts';
import type { Organisation } from '#news/organisation.ts';
import type { Settings } from '#site/settings.ts';
import { fallbackIcon, iconFiles, iconPicture, pngIcons, svgIconAddress } from './icons.ts';
import type { StaticFile } from './static-file.ts';

export const webAppManifestAddress = '/site.webmanifest';

/** The addresses of the icons and the manifest. */
export const webAppAddresses = [
  svgIconAddress,
  webAppManifestAddress,
  ...[fallbackIcon, ...pngIcons].map(({ address }) => address),
];

/** The files of an installable web app: icons in the sizes that phones request, and the manifest. */
export async function webAppFiles(organisation: Organisation, settings: Settings): Promise<StaticFile[]> {
  return [
    ...(await iconFiles(organisation)),
    { address: webAppManifestAddress, source: 'content/site.yaml', bytes: manifest(organisation, settings) },
  ];
}

function manifest(organisation: Organisation, { base }: Settings): string {
  const { name, shortName, description, colors } = organisation;
  const home = base + homeAddress;
  return `${JSON.stringify({
    id: home,
    name,
    short_name: shortName,
    description,
    lang: 'vi',
    dir: 'ltr',
    start_url: home,
    scope: home,
    // The site has no back button of its own, and readers should see its address.
    display: 'minimal-ui',
    theme_color: colors.light.paper,
    background_color: colors.light.paper,
    icons: [
      ...pngIcons.flatMap(({ address, size, shape }) =>
        shape === 'touch' ? [] : [{ src: base + address, sizes: `${size}x${size}`, type: 'image/png', purpose: shape }],
      ),
      ...(iconPicture(organisation) ? [] : [{ src: base + svgIconAddress, sizes: 'any', type: 'image/svg+xml' }]),
    ],
  })}\n`;
}

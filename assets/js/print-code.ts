import { toSvgPath } from 'lean-qr/extras/svg';
import { generate } from 'lean-qr/nano';

const namespace = 'http://www.w3.org/2000/svg';
/** Width of the quiet zone around a code that scanners need, in modules. */
const quietZone = 4;

/** Appends the QR code of an address to a line that is shown only in print. */
export function drawCode(line: Element, address: string): void {
  const code = generate(address);
  const side = code.size + 2 * quietZone;
  const picture = document.createElementNS(namespace, 'svg');
  picture.setAttribute('viewBox', `${-quietZone} ${-quietZone} ${side} ${side}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', 'Mã QR của địa chỉ này');
  const modules = document.createElementNS(namespace, 'path');
  modules.setAttribute('d', toSvgPath(code));
  picture.append(modules);
  line.append(picture);
}

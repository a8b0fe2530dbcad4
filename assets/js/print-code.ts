import { toSvgPath } from 'lean-qr/extras/svg';
import { generate } from 'lean-qr/nano';

const namespace = 'http://www.w3.org/2000/svg';
/** What scanners need to be empty around a code, in its own squares. */
const quiet = 4;

/** Draws an address as a QR code at the end of a line that only paper shows. */
export function drawCode(line: Element, address: string): void {
  const code = generate(address);
  const side = code.size + 2 * quiet;
  const picture = document.createElementNS(namespace, 'svg');
  picture.setAttribute('viewBox', `${-quiet} ${-quiet} ${side} ${side}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', 'Mã QR của địa chỉ này');
  const squares = document.createElementNS(namespace, 'path');
  squares.setAttribute('d', toSvgPath(code));
  picture.append(squares);
  line.append(picture);
}

import type { Shape } from './catalogue.ts';

type Rgb = [red: number, green: number, blue: number];

const rgbOf = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;

/** `share` of the first colour, the rest of the second. */
const mix = (first: string, second: string, share: number): string => {
  const other = rgbOf(second);
  const mixed = rgbOf(first).map((part, at) => Math.round(part * share + other[at]! * (1 - share)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
};

const PAPER = '#f8f3ea';
const INK = '#1f2427';
const CLAY = '#c7a57c';
const OAK = '#a77b4f';

/** The paints of one picture, all made from its main colour. */
interface Paints {
  colour: string;
  light: string;
  dark: string;
  deep: string;
}

/** A glazed surface: the shade from left to right, then the specks of the clay. */
const glazed = (path: string) => `<path d="${path}" fill="url(#glaze)"/><path d="${path}" fill="url(#specks)"/>`;

const shadow = (cx: number, cy: number, rx: number) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${Math.round(rx * 0.11)}" fill="${INK}" opacity=".16"/>`;

const opening = (cx: number, cy: number, rx: number, ry: number, { deep, light }: Paints) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${light}"/>
  <ellipse cx="${cx}" cy="${cy + 3}" rx="${rx - 9}" ry="${ry - 6}" fill="${deep}"/>`;

const handle = (path: string, width: number, { dark }: Paints) =>
  `<path d="${path}" fill="none" stroke="${dark}" stroke-width="${width}" stroke-linecap="round"/>`;

const cup = (x: number, y: number, paints: Paints) => `${shadow(x, y + 12, 112)}
  <ellipse cx="${x}" cy="${y}" rx="104" ry="26" fill="${paints.dark}"/>
  <ellipse cx="${x}" cy="${y - 5}" rx="104" ry="26" fill="url(#glaze)"/>
  ${handle(`M${x + 58} ${y - 82} c46 -4 44 56 -8 52`, 13, paints)}
  ${glazed(`M${x - 62} ${y - 102} h124 c0 62 -18 96 -44 98 h-36 c-26 -2 -44 -36 -44 -98z`)}
  ${opening(x, y - 102, 62, 15, paints)}`;

const ribs = (count: number, line: (at: number) => string, colour: string, opacity = 0.5) =>
  `<g fill="none" stroke="${colour}" stroke-width="3" opacity="${opacity}">${Array.from({ length: count }, (_, at) => `<path d="${line(at)}"/>`).join('')}</g>`;

const shapes: Record<Shape, (paints: Paints) => string> = {
  mug: (paints) => `${shadow(300, 472, 150)}
    ${handle('M394 268 c104 -14 104 138 -8 134', 27, paints)}
    ${glazed('M178 222 h228 v190 a58 58 0 0 1 -58 58 h-112 a58 58 0 0 1 -58 -58z')}
    <path d="M196 446 a58 58 0 0 0 40 24 h112 a58 58 0 0 0 40 -24z" fill="${CLAY}"/>
    ${opening(292, 222, 114, 24, paints)}`,
  plate: ({ light, dark, deep }) => `${shadow(300, 424, 226)}
    <ellipse cx="300" cy="382" rx="224" ry="104" fill="${dark}"/>
    <ellipse cx="300" cy="366" rx="224" ry="104" fill="url(#glaze)"/>
    <ellipse cx="300" cy="366" rx="224" ry="104" fill="url(#specks)"/>
    <ellipse cx="300" cy="372" rx="154" ry="66" fill="${deep}" opacity=".55"/>
    <ellipse cx="300" cy="378" rx="148" ry="61" fill="${light}" opacity=".75"/>
    <ellipse cx="300" cy="386" rx="92" ry="36" fill="${dark}" opacity=".5"/>`,
  bowl: (paints) => `${shadow(300, 472, 140)}
    <path d="M232 452 h136 l-10 22 h-116z" fill="${CLAY}"/>
    ${glazed('M96 270 C104 398 204 464 300 464 S496 398 504 270z')}
    <path d="M96 270 c2 30 8 54 18 76 q186 54 372 0 c10 -22 16 -46 18 -76z" fill="${paints.light}" opacity=".25"/>
    ${opening(300, 270, 204, 46, paints)}
    <ellipse cx="300" cy="270" rx="204" ry="46" fill="none" stroke="#4a3327" stroke-width="6"/>`,
  jug: (paints) => `${shadow(300, 474, 160)}
    ${handle('M392 222 c118 -12 120 160 22 176', 24, paints)}
    ${glazed('M208 190 C206 292 156 330 156 398 C156 456 212 472 300 472 S444 456 444 398 C444 330 394 292 392 190z')}
    <path d="M209 236 C198 202 172 176 140 166 q70 -18 136 10z" fill="${paints.dark}"/>
    ${opening(300, 190, 92, 22, paints)}`,
  cups: (paints) =>
    `<g transform="translate(-96 -150) scale(1.3)">${cup(222, 404, paints)}${cup(398, 460, paints)}</g>`,
  vase: (paints) => `${shadow(300, 476, 140)}
    <path d="M300 190 C296 120 330 90 372 54 M312 130 C290 104 262 92 236 90 M330 96 C330 70 322 52 310 36" fill="none" stroke="#6d5a45" stroke-width="5" stroke-linecap="round"/>
    <g fill="#7f8c69"><ellipse cx="384" cy="48" rx="24" ry="11" transform="rotate(-38 384 48)"/><ellipse cx="354" cy="96" rx="22" ry="10" transform="rotate(14 354 96)"/><ellipse cx="226" cy="88" rx="23" ry="10" transform="rotate(10 226 88)"/><ellipse cx="268" cy="122" rx="20" ry="9" transform="rotate(42 268 122)"/><ellipse cx="304" cy="28" rx="20" ry="9" transform="rotate(60 304 28)"/></g>
    ${glazed('M266 168 h68 c0 82 98 128 98 214 c0 70 -52 94 -132 94 s-132 -24 -132 -94 c0 -86 98 -132 98 -214z')}
    ${ribs(7, (at) => `M${240 + at * 20} ${300 - Math.abs(3 - at) * -12} C${216 + at * 28} 352 ${216 + at * 28} 412 ${246 + at * 18} 458`, paints.deep, 0.4)}
    ${opening(300, 168, 34, 10, paints)}`,
  bag: ({ colour, light, dark }) => `${shadow(300, 478, 150)}
    <path d="M186 150 h228 l20 328 h-268z" fill="#efe5d2"/>
    <path d="M186 150 h228 l4 62 h-236z" fill="${dark}"/>
    <path d="M186 150 h228 l1 18 h-230z" fill="${INK}" opacity=".25"/>
    <path d="M414 150 l20 328 h-46 l4 -266z" fill="${INK}" opacity=".08"/>
    <circle cx="300" cy="316" r="64" fill="${colour}"/>
    <path d="M236 316 a64 64 0 0 0 128 0z" fill="${dark}"/>
    <path d="M262 292 q38 -34 76 0" fill="none" stroke="${light}" stroke-width="6" stroke-linecap="round"/>
    <g fill="${INK}" opacity=".55"><rect x="244" y="408" width="112" height="7" rx="3"/><rect x="262" y="428" width="76" height="5" rx="2"/></g>`,
  dripper: (paints) => `${shadow(300, 474, 150)}
    <path d="M196 414 h208 l-14 56 h-180z" fill="${CLAY}" opacity=".55"/>
    <ellipse cx="300" cy="414" rx="150" ry="26" fill="${paints.dark}"/>
    <ellipse cx="300" cy="406" rx="150" ry="26" fill="url(#glaze)"/>
    ${handle('M428 262 c84 0 78 104 -18 104', 20, paints)}
    ${glazed('M138 226 h324 l-104 172 q-58 16 -116 0z')}
    ${ribs(9, (at) => `M${176 + at * 31} 250 L${262 + at * 9.5} 394`, paints.dark)}
    ${opening(300, 226, 162, 34, paints)}`,
  filters: ({ colour, light, dark }) =>
    `${shadow(300, 462, 190)}${[3, 2, 1, 0]
      .map(
        (at) =>
          `<path d="M${116 + at * 16} ${240 - at * 26} q${184 - at * 2} -58 ${368 - at * 4} 0 l-126 ${216 + at * 8} q-58 18 -116 0z" fill="${at % 2 ? light : colour}" stroke="${dark}" stroke-width="3"/>`,
      )
      .join('')}
    ${ribs(5, (at) => `M${220 + at * 40} 220 L${272 + at * 14} 430`, dark, 0.35)}`,
  napkin: ({ colour, light, dark, deep }) => `${shadow(300, 448, 220)}
    <path d="M88 386 L300 258 L512 386 L300 470z" fill="${deep}"/>
    <path d="M88 370 L300 242 L512 370 L300 454z" fill="${dark}"/>
    <path d="M88 352 L300 222 L512 352 L300 438z" fill="${colour}"/>
    <path d="M300 222 L512 352 L300 438z" fill="${light}" opacity=".5"/>
    <path d="M124 352 L300 246 L476 352 L300 422z" fill="none" stroke="${light}" stroke-width="3" stroke-dasharray="7 6"/>
    <path d="M300 222 L300 438" stroke="${dark}" stroke-width="3"/>`,
  cloth: ({ colour, light, dark, deep }) => `${shadow(300, 508, 236)}
    <g fill="${OAK}"><rect x="112" y="400" width="18" height="108"/><rect x="470" y="400" width="18" height="108"/></g>
    <path d="M120 214 h360 l44 74 h-448z" fill="${light}"/>
    <path d="M76 288 h448 v146 q-28 26 -56 0 t-56 0 t-56 0 t-56 0 t-56 0 t-56 0 t-56 0 t-56 0z" fill="${colour}"/>
    ${ribs(7, (at) => `M${132 + at * 56} 290 v140`, deep, 0.35)}
    <path d="M76 394 h448 v14 h-448z M76 416 h448 v5 h-448z" fill="${dark}"/>
    <ellipse cx="300" cy="248" rx="60" ry="15" fill="${PAPER}"/><ellipse cx="300" cy="246" rx="40" ry="9" fill="${dark}" opacity=".35"/>`,
  apron: ({ colour, light, dark, deep }) => `${shadow(300, 520, 150)}
    <path d="M240 190 C206 120 252 78 300 78 S394 120 360 190" fill="none" stroke="${deep}" stroke-width="13"/>
    <path d="M236 180 h128 q2 66 86 94 l14 236 h-328 l14 -236 q84 -28 86 -94z" fill="${colour}"/>
    <path d="M300 180 h64 q2 66 86 94 l14 236 h-164z" fill="${dark}" opacity=".45"/>
    <path d="M236 180 h128 v16 h-128z" fill="${deep}"/>
    <path d="M184 362 h104 v84 h-104z M312 362 h104 v84 h-104z" fill="${dark}" stroke="${light}" stroke-width="3" stroke-dasharray="6 5"/>
    <path d="M150 288 h-50 M450 288 h50" stroke="${deep}" stroke-width="11" stroke-linecap="round"/>`,
  candle: ({ colour, light }) => `<circle cx="300" cy="204" r="176" fill="${light}" opacity=".55"/>
    <circle cx="300" cy="204" r="104" fill="#fff4d2" opacity=".8"/>
    ${shadow(300, 474, 140)}
    <path d="M180 288 h240 l-16 156 a30 30 0 0 1 -30 28 h-148 a30 30 0 0 1 -30 -28z" fill="#8b8378"/>
    <path d="M180 288 h240 l-16 156 a30 30 0 0 1 -30 28 h-148 a30 30 0 0 1 -30 -28z" fill="url(#specks)"/>
    <path d="M360 288 h60 l-16 156 a30 30 0 0 1 -30 28 h-38z" fill="${INK}" opacity=".12"/>
    <ellipse cx="300" cy="288" rx="120" ry="25" fill="#6c655c"/><ellipse cx="300" cy="294" rx="108" ry="19" fill="#f6e3b4"/>
    <path d="M300 288 v-34" stroke="${INK}" stroke-width="6" stroke-linecap="round"/>
    <path d="M300 156 c34 46 34 66 28 82 a28 28 0 0 1 -56 0 c-6 -16 -6 -36 28 -82z" fill="${colour}"/>
    <path d="M300 196 c16 22 16 34 13 44 a13 13 0 0 1 -26 0 c-3 -10 -3 -22 13 -44z" fill="#fff8e2"/>`,
  lamp: ({ colour, light }) => `<circle cx="300" cy="212" r="220" fill="#fff3cf" opacity=".55"/>
    ${shadow(300, 546, 150)}
    <g stroke="${OAK}" stroke-width="15" stroke-linecap="round"><path d="M300 320 L196 540"/><path d="M300 320 L404 540"/></g>
    <path d="M300 320 V546" stroke="#7d5a38" stroke-width="15" stroke-linecap="round"/>
    <path d="M242 442 H358" stroke="${OAK}" stroke-width="10"/>
    <circle cx="300" cy="212" r="136" fill="${colour}"/>
    <circle cx="268" cy="178" r="88" fill="#fffaf0" opacity=".75"/>
    <g fill="${light}" opacity=".9"><circle cx="352" cy="252" r="24"/><circle cx="330" cy="160" r="13"/><circle cx="260" cy="276" r="17"/><circle cx="386" cy="196" r="9"/></g>
    <path d="M262 338 h76 v15 h-76z" fill="#7d5a38"/>`,
};

/** A product's picture: an SVG of 600 by 600, drawn from its shape and main colour. */
export const drawPicture = ({ shape, colour }: { shape: Shape; colour: string }): string => {
  const paints: Paints = {
    colour,
    light: mix(colour, '#ffffff', 0.6),
    dark: mix(colour, INK, 0.78),
    deep: mix(colour, INK, 0.55),
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600">
  <defs>
    <linearGradient id="glaze"><stop offset="0" stop-color="${paints.dark}"/><stop offset=".28" stop-color="${paints.light}"/><stop offset=".55" stop-color="${colour}"/><stop offset="1" stop-color="${paints.deep}"/></linearGradient>
    <linearGradient id="wall" x2="0" y2="1"><stop offset="0" stop-color="${mix(colour, PAPER, 0.12)}"/><stop offset="1" stop-color="${mix(colour, PAPER, 0.24)}"/></linearGradient>
    <pattern id="specks" width="74" height="74" patternUnits="userSpaceOnUse"><g fill="${INK}" opacity=".2"><circle cx="9" cy="14" r="2"/><circle cx="37" cy="6" r="1.3"/><circle cx="60" cy="25" r="2.2"/><circle cx="22" cy="43" r="1.4"/><circle cx="49" cy="55" r="1.8"/><circle cx="68" cy="66" r="1.2"/><circle cx="12" cy="66" r="1.6"/></g></pattern>
  </defs>
  <rect width="600" height="600" fill="url(#wall)"/>
  <path d="M0 440 H600 V600 H0z" fill="${mix(colour, PAPER, 0.32)}"/>
  ${shapes[shape](paints)}
</svg>`;
};

const moves = {
  twinkle: '3.2s ease-in-out infinite alternate',
  turn: '240s linear infinite',
  wheel: '90s linear infinite',
  breathe: '5s ease-in-out infinite alternate',
  drift: '60s ease-in-out infinite alternate',
  float: '7s ease-in-out infinite alternate',
  // These begin midway, where they hang while nothing moves.
  sway: '6s ease-in-out -3s infinite alternate',
  jump: '1.1s ease-in-out infinite alternate',
  fall: '9s ease-in-out -4s infinite alternate',
  burst: '5s ease-out -2s infinite',
  wave: '1.8s ease-in-out infinite alternate',
};

const keyframes =
  '@keyframes fa-twinkle{to{opacity:.3}}@keyframes fa-turn{to{transform:rotate(1turn)}}@keyframes fa-breathe{to{transform:scale(1.05)}}@keyframes fa-drift{to{transform:translateX(70px)}}' +
  '@keyframes fa-float{to{translate:6px -14px}}@keyframes fa-sway{from{transform:rotate(-5deg)}to{transform:rotate(6deg)}}@keyframes fa-jump{to{transform:translateY(-4px)}}' +
  '@keyframes fa-fall{from{transform:translateY(-16px)}to{transform:translate(14px,22px)}}@keyframes fa-burst{0%{transform:scale(.2);opacity:0}18%{opacity:1}60%{transform:scale(1);opacity:.9}100%{transform:scale(1.06);opacity:0}}' +
  '@keyframes fa-wave{to{transform:skewY(7deg)}}';

/** A wheel turns as a spoked sun does, only faster. */
const named = (move: string) => (move === 'wheel' ? 'turn' : move);

/**
 * How the picture lives, within an element that says it does (`data-alive`, see `LivingArtwork`): elsewhere it is a picture, and costs
 * what a picture costs. `--fa-x` and `--fa-y` (-1..1) lean the layers with the pointer, `--fa-scroll` (0..1) with the page; nobody has
 * to set them. Nothing moves for those who asked for stillness.
 */
export const motion =
  '.fa-d1{--d:1}.fa-d2{--d:2}.fa-d3{--d:3}.fa-d4{--d:4}.fa-d5{--d:5}.fa-d6{--d:6}.fa-d1,.fa-d2,.fa-d3,.fa-d4,.fa-d5,.fa-d6{' +
  'transform:translate(calc(var(--fa-x,0)*var(--d)*-5px),calc(var(--fa-y,0)*var(--d)*-2px + var(--fa-scroll,0)*(7 - var(--d))*26px))}' +
  '@media(prefers-reduced-motion:no-preference){' +
  Object.entries(moves)
    .map(([move, how]) => `[data-alive] .fa-${move}{animation:fa-${named(move)} ${how}}`)
    .join('') +
  '[data-alive] .fa-late{animation-delay:-2.1s}[data-alive] .fa-later{animation-delay:-3.7s}}' +
  keyframes;

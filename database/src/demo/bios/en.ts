import type { BioTexts } from './bio-texts.ts';

export const en: BioTexts = {
  beginnings: [
    'It all began in {city}, in a cellar far too small for {name}.',
    'In {city}, posters with the name {name} are still collected from the walls.',
    '{name}: a name first whispered in {city}, then sung along to everywhere.',
    'Before the big stages came a rehearsal room in {city}, two microphones and a lot of patience.',
    'Three summers, four hundred concerts: since {city}, {name} has hardly slept.',
    'Somewhere between a record shop in {city} and the last night train, {name} found a voice.',
  ],
  sounds: {
    'indie rock': 'Guitars that shimmer and then bite, and choruses made for open fields.',
    'synth pop': 'Warm synthesisers, cold drums, melodies that stay for days.',
    'dream pop': 'Songs like fog at sunrise: soft edges, a very clear heart.',
    soul: 'A voice that needs no effects, and a band that knows when to be silent.',
    'hip hop': 'Sharp words over dusty drums, quick as a conversation at the corner shop.',
    afrobeat: 'Horns in bright colours, guitars in circles, a rhythm that never sits down.',
    disco: 'Strings, handclaps and a bass line that walks straight to the dance floor.',
    cumbia: 'Accordions, tape echo and hips: the tropics by way of the night bus.',
    folk: 'Old stories, new tunings, and harmonies that make a crowd fall quiet.',
    chanson: 'Small tragedies and large appetites, told with a raised eyebrow.',
    jazz: 'Themes that begin politely and leave through the roof.',
    dub: 'Heavy bass, long echoes, and all the time in the world.',
    house: 'Piano chords, rolling drums and the patience to let a groove grow.',
    techno: 'Hypnotic, precise, built for the hours that have no name.',
    'drum and bass': 'A hundred and seventy-four beats a minute and not one too many.',
    ambient: 'Slow light in sound: lie down, look up, stay.',
  },
  promises: [
    'A concert to be met without knowing a single song.',
    'This summer brings a new album, and half of it will be heard here first.',
    'Come early: the first song is already the one that everyone talks about.',
    'Bring someone whom you would like to dance with.',
    'Expect a guest whose name we may not tell.',
    'At the end, the whole field sings; it has always been so.',
    'The only show in Belgium this year.',
  ],
};

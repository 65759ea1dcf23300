import type { BioTexts } from './bio-texts.ts';

export const pt: BioTexts = {
  beginnings: [
    'Tudo começou em {city}, numa cave pequena demais para {name}.',
    'Em {city} ainda há quem arranque das paredes, para guardar, os cartazes com o nome {name}.',
    '{name}: um nome primeiro sussurrado em {city}, hoje cantado em coro por toda a parte.',
    'Antes dos grandes palcos houve uma sala de ensaios em {city}, dois microfones e muita paciência.',
    'Três verões, quatrocentos concertos: desde {city}, {name} quase não dorme.',
    'Algures entre uma loja de discos de {city} e o último comboio da noite, {name} encontrou a sua voz.',
  ],
  sounds: {
    'indie rock': 'Guitarras que cintilam e depois mordem, refrões feitos para o ar livre.',
    'synth pop': 'Sintetizadores quentes, baterias frias, melodias que ficam durante dias.',
    'dream pop': 'Canções como a neblina ao nascer do sol: contornos suaves, coração nítido.',
    soul: 'Uma voz que dispensa efeitos e uma banda que sabe quando se calar.',
    'hip hop': 'Palavras afiadas sobre batidas poeirentas, rápidas como uma conversa de esquina.',
    afrobeat: 'Metais de cores vivas, guitarras em círculo e um ritmo que nunca se senta.',
    disco: 'Cordas, palmas e um baixo que vai direito à pista.',
    cumbia: 'Acordeões, eco de fita e ancas: os trópicos no autocarro da noite.',
    folk: 'Histórias antigas, afinações novas e harmonias que calam a multidão.',
    chanson: 'Pequenas tragédias e grandes apetites, contados de sobrancelha erguida.',
    jazz: 'Temas que entram com educação e saem pelo telhado.',
    dub: 'Graves pesados, ecos longos e todo o tempo do mundo.',
    house: 'Acordes de piano, baterias que rolam e paciência para deixar crescer o groove.',
    techno: 'Hipnótico, preciso, feito para as horas que não têm nome.',
    'drum and bass': 'Cento e setenta e quatro batidas por minuto e nenhuma a mais.',
    ambient: 'Luz lenta feita de som: deitar-se, olhar para cima, ficar.',
  },
  promises: [
    'Um concerto para descobrir sem conhecer uma única canção.',
    'Este verão sai um disco novo, e metade ouve-se aqui pela primeira vez.',
    'Venham cedo: a primeira canção já é aquela de que toda a gente fala.',
    'Tragam alguém com quem gostassem de dançar.',
    'Espera-se uma surpresa em palco cujo nome não podemos dizer.',
    'No fim, canta o prado inteiro; foi sempre assim.',
    'A única data na Bélgica este ano.',
  ],
};

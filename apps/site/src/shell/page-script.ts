import { languageCookie } from '../i18n/language-cookie.ts';

/** Where the reader's choice of light or dark is kept on the device. */
const themeKey = 'theme';

/** What a script waits as that is run when somebody uses the page; to a browser it is of a kind that it does not run. */
export const laterType = 'text/later';

/** How long a page is read, in milliseconds, before its scripts come though nobody touched it. */
const patienceMs = 4000;

/**
 * The little that every page runs by itself, word for word, before its first paint:
 * - the reader's light, so that nobody who chose the dark is dazzled; and the switch for it;
 * - the same page in another language: the whole address comes along, and the choice is kept;
 * - on pages whose scripts wait (`engine/later-scripts.ts`), those: after the first picture, or at the first sign of somebody; at once
 *   where something is to be shown that only they know: an address that asks, favourites, a festival that is on. What is pressed
 *   meanwhile is heard by nobody, and pressed again when the page is awake (`Awake`); what is turned on and off, once. A press is
 *   answered before any of them runs, since a phone is busy for a moment then.
 */
export const pageScript = `(()=>{
const root=document.documentElement;
const kept=(work)=>{try{return work(localStorage)}catch{}};
const theme=kept(s=>s.getItem('${themeKey}'));
if(theme==='light'||theme==='dark')root.dataset.theme=theme;
const isDark=at=>{const scheme=getComputedStyle(at).colorScheme;return scheme==='dark'||scheme!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches};
addEventListener('click',event=>{
const at=event.target instanceof Element&&!event.defaultPrevented&&event.target.closest('[data-turns-light],a[data-language]');
if(!at)return;
if(at.hreflang){
document.cookie='${languageCookie}='+at.hreflang+'; path=/; max-age=31536000; samesite=lax';
at.href=location.pathname.replace(/^\\/[^/]+/,'/'+at.hreflang)+location.search+location.hash;
}else{
const next=isDark(at)?'light':'dark';
root.dataset.theme=next;
kept(s=>s.setItem('${themeKey}',next));
}
});
addEventListener('beforeinstallprompt',event=>{
if(document.getElementById('install')){event.preventDefault();self.installOffer=event}
});
const all=()=>document.querySelectorAll('script[type="${laterType}"]');
const signs=['pointermove','wheel','scroll','keydown','focusin','click'];
const pressed=[];
let isWoken=false;
const wake=()=>{
if(isWoken)return;
isWoken=true;
for(const old of all()){
const script=document.createElement('script');
script.async=true;
script.setAttribute('src',old.getAttribute('src'));
old.replaceWith(script);
}
};
const painted=work=>requestAnimationFrame(()=>setTimeout(work));
const begin=()=>{
root.dataset.used='';
for(const sign of signs)removeEventListener(sign,begin,true);
painted(wake);
};
const press=event=>{
const at=event.target instanceof Element&&event.target.closest('button[type=button]:not([popovertarget],[data-turns-light]),input[type=radio],input[type=checkbox]');
if(!at)return;
event.stopPropagation();
if(at.type==='button'&&!at.ariaPressed||!pressed.includes(at))pressed.push(at);
};
addEventListener('DOMContentLoaded',()=>{
if(all().length===0)return;
addEventListener('click',press,true);
addEventListener('awake',()=>{
removeEventListener('click',press,true);
for(const at of pressed)setTimeout(()=>{
if(at.type==='radio'&&!at.checked)return;
if('checked' in at)at.checked=!at.checked;
at.click();
});
},{once:true});
if(all()[0].dataset.wait==='picture')painted(wake);
const now=Date.now();
const isOn=[...document.querySelectorAll('[data-on-from]')].some(({dataset})=>now>+dataset.onFrom&&+dataset.onUntil>now);
if(isOn||location.search!==''||kept(s=>Object.keys(s).some(key=>key.startsWith('favourites:')||key==='signed-in')))return wake();
for(const sign of signs)addEventListener(sign,begin,{capture:true,passive:true});
addEventListener('load',()=>{
setTimeout(begin,${patienceMs});
if(!isWoken)for(const {src} of all())document.head.append(Object.assign(document.createElement('link'),{rel:'preload',as:'script',fetchPriority:'low',href:src}));
});
});
})()`;

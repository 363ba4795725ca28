import{w as y,R as v,s as A,u as l,A as g}from"./app-Y0z-pJrJ.js";import{l as c}from"./live-iogHi4ow.js";import{t as i,f as L}from"./pages-CXwiQy5o.js";const k=new Map;function u(e,a){const n=x(y.value.language),t=`${n} ${e}`,o=k.get(t)??a(n);return k.set(t,o),o}function x(e){try{return Intl.getCanonicalLocales(e.replaceAll("_","-"))[0]??"en"}catch{return"en"}}const d=(e,a)=>u(e,n=>new Intl.DateTimeFormat(n,a));function T(e,a){return Number.isNaN(new Date(a).getTime())?"":e.format(a)}const h=e=>T(d("time",{hour:"numeric",minute:"2-digit"}),e);function N(e,a){const n=Math.round((b(a)-b(e))/864e5);if(n===0||n===1){const o=u("relative",s=>new Intl.RelativeTimeFormat(s,{numeric:"auto"}));return f(o.format(n===0?0:-1,"day"))}const t=n>0&&n<7;return f(T(t?d("weekday",{weekday:"long"}):d("date",{dateStyle:"long"}),e))}const S=e=>b(e);function b(e){const a=new Date(e);return new Date(a.getFullYear(),a.getMonth(),a.getDate()).getTime()}const j=(e,a)=>`${N(e,a)}, ${h(e)}`;function C(e){const a=Math.max(0,Math.round(e/1e3)),[n,t,o]=[Math.floor(a/3600),Math.floor(a/60)%60,a%60];return(n?[[n,"hour"],[t,"minute"]]:t?[[t,"minute"],[o,"second"]]:[[o,"second"]]).map(([s,r])=>D(s,r)).join(" ")}const D=(e,a)=>u(a,n=>new Intl.NumberFormat(n,{style:"unit",unit:a,unitDisplay:"short"})).format(e),I=e=>u("percent",a=>new Intl.NumberFormat(a,{style:"percent"})).format(e);function O(){const e=u("first",a=>new Intl.Locale(a).getWeekInfo?.().firstDay??1);return Array.from({length:7},(a,n)=>{const t=(e+n)%7,o=new Date(2023,0,1+t).getTime();return{day:t,short:d("day-short",{weekday:"short"}).format(o),long:d("weekday",{weekday:"long"}).format(o)}})}function _(e){const[a=0,n=0]=e.split(":").map(Number);return h(new Date(2023,0,1,a,n).getTime())}function E(e){return f(new Intl.DisplayNames([e],{type:"language"}).of(e)??e)}function f(e){const[a="",...n]=e;return a.toLocaleUpperCase(x(y.value.language))+n.join("")}const $=({name:e,help:a})=>a?`${e}-help`:g,M=({name:e,help:a})=>l`<small id="${e}-help">${a??""}</small>`,w=e=>l`<span class="t"
    ><b><label for=${e.name}>${e.word}</label></b
    >${M(e)}</span
  >`;function G(e){return l`<label class="line"
    ><span class="t"><b id="${e.name}-word">${e.word}</b>${M(e)}</span
    ><input
      class="sw"
      type="checkbox"
      role="switch"
      name=${e.name}
      aria-labelledby="${e.name}-word"
      aria-describedby=${$(e)}
      .checked=${c(e.on)}
      @change=${a=>e.change(a.target.checked)}
  /></label>`}function R(e){const{name:a,choices:n,chosen:t,also:o,change:s}=e;return l`<div class="line">
    ${w(e)}
    <select
      class="in"
      id=${a}
      aria-describedby=${$(e)}
      .value=${c(t)}
      @change=${r=>s(r.target.value)}
    >
      ${n.map(({id:r,label:p})=>l`<option value=${r} ?selected=${r===t}>${p}</option>`)}
    </select>
    ${o??g}
  </div>`}function U(e){const{name:a,share:n,change:t}=e;return l`<div class="line">
    ${w(e)}
    <span class="range"
      ><input
        type="range"
        id=${a}
        min="0"
        max="100"
        step="5"
        aria-describedby=${$(e)}
        aria-valuetext=${I(n)}
        .value=${c(String(Math.round(n*100)))}
        @change=${o=>t(o.target.valueAsNumber/100)}
      /><span class="num">${I(n)}</span></span
    >
  </div>`}function W(e){const{name:a,value:n,longest:t,placeholder:o,change:s}=e;return l`<div class="line">
    ${w(e)}
    <input
      class="in"
      id=${a}
      dir="auto"
      maxlength=${t}
      autocomplete="off"
      placeholder=${o??g}
      aria-describedby=${$(e)}
      .value=${c(n)}
      @change=${r=>s(r.target.value.trim())}
    />
  </div>`}function Y(e,a,n,t,o){return l`<div class="seg" role="radiogroup" aria-label=${a}>
    ${n.map(({id:s,label:r})=>l`<label
          ><input
            type="radio"
            name=${e}
            value=${s}
            .checked=${c(s===t)}
            @change=${()=>o(s)}
          /><span>${r}</span></label
        >`)}
  </div>`}function q(e){const{name:a,chosen:n,fallback:t,change:o,preview:s}=e,r=v.map(m=>({id:m,label:i(`set.tone.${m}`)})),p=n??t??"chimes";return R({name:a,word:i("set.ringtone"),choices:t?[{id:"",label:i("set.tone_device")},...r]:r,chosen:n??"",change:m=>o(v.find(F=>F===m)??null),also:l`<button
      class="ib tonal"
      data-action="preview"
      aria-label=${i("set.play")}
      @click=${()=>s(p)}
    >
      ${A(L)}
    </button>`})}function z(e,a,{yes:n,no:t}){return l`<div class="part" role="group">
    <p role="alert">${e}</p>
    <div class="acts">
      <button class="btn edge" data-action="cancel" @click=${t}>${i("common.cancel")}</button>
      <button class="btn stop" data-action="confirm" @click=${n}>${a}</button>
    </div>
  </div>`}export{z as a,N as b,G as c,S as d,C as e,h as f,R as g,_ as h,U as i,E as l,j as m,q as r,Y as s,W as t,D as u,O as w};

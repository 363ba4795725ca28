import{b as p,v as f}from"./follow-CXILmOiZ.js";import{p as m}from"./styles-vvU9KK_3.js";import{t as e}from"./more-D1QN5pac.js";import{s as a,b as c,f as b,h as g}from"./overlay-C8FqWk01.js";function w(n,i,{face:r,kind:t,answer:d,decline:s,declineLabel:l}=u(n)){const o={n:a(i)};return p`<div class="second" role="alertdialog" aria-labelledby="waiting">
    ${r}
    <p class="t">
      <b id="waiting">${e("in.waiting",{n:a(n)})}</b
      ><span>${t} · ${i.connected===null?e("card.in_progress",o):e("in.talking_to",o)}</span>
    </p>
    <div class="acts turned">
      ${c({action:"end-and-answer",call:n,icon:d,word:e("in.end_answer"),look:"big m go"})}${c({action:"decline",call:n,icon:g,word:s,look:"big m stop",label:l})}
    </div>
  </div>`}function u(n){const i=n.offered.video;return{face:b(n,n.peer.contactId===""),kind:e(i?"out.video":"out.voice"),answer:i?f:m,decline:e("in.decline"),declineLabel:e("in.decline_from",{n:n.peer.name})}}export{w as s};

import{b as r}from"./follow-CXILmOiZ.js";function c(t){const n=t.replace(/^@|\p{Cf}/gu,"").split(/[\s._-]+/u).filter(Boolean),a=(e="")=>[...e][0]??"";return(a(n[0])+(n.length>1?a(n.at(-1)):"")).toUpperCase()||"?"}function p(t){let n=0;for(const a of t)n=(n*31+(a.codePointAt(0)??0))%360;return n}function l({id:t,name:n,avatar:a,presence:e="unknown"}){const s=o=>{o.target.hidden=o.type==="error"};return r`<span class="av" aria-hidden="true" style="--h:${p(t)}"
    ><span class="p"
      >${c(n)}${a?r`<img src=${a} alt="" @error=${s} @load=${s} />`:""}</span
    >${e==="unknown"?"":r`<span class="d ${e}"></span>`}</span
  >`}export{l as a,p as h};

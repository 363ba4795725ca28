function o(e,n,t=""){return`${e}
${n}${t&&`
${t}`}`}function c(e){const[n,t,r]=e?.split(`
`)??[];return n&&t?{accountId:n,contactId:t,writes:r==="write"}:null}export{c as a,o as p};

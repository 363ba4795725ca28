function r(t,n){return`${t}
${n}`}function c(t){const[n,o]=t?.split(`
`)??[];return n&&o?{accountId:n,contactId:o}:null}export{c as a,r as p};

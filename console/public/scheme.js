// Before the first paint: light or dark, as chosen here or as the machine says. A file of its own, so that the
// content security policy needs no inline script.
(() => {
  const key = 'mantine-color-scheme-value';
  const chosen = localStorage.getItem(key);
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
})();

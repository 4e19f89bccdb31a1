import type { ErrorTexts } from '../errors-on-pages.ts';

const again = 'Retournez à l’application et recommencez.';
const check = 'Vérifiez l’adresse ou retournez à l’application.';

export const errors: ErrorTexts = {
  'request.invalid': { title: 'Ce lien ou ce formulaire est incomplet', remedy: again },
  'request.malformed': { title: 'Cela n’a pas pu être lu', remedy: again },
  'request.too_large': {
    title: 'C’est trop à envoyer en une fois',
    remedy: 'Revenez en arrière et raccourcissez votre saisie.',
  },
  'request.unknown_host': { title: 'Il n’y a rien à cette adresse', remedy: check },
  'request.cross_site': { title: 'Cette étape a été lancée depuis un autre site', remedy: again },
  'request.rate_limited': {
    title: 'Il se passe beaucoup de choses depuis votre connexion',
    remedy: 'Attendez une minute, puis réessayez.',
  },
  'request.not_found': { title: 'Il n’y a rien à cette adresse', remedy: check },
  'request.method_not_allowed': { title: 'Cette page ne peut pas être ouverte ainsi', remedy: again },
  'server.busy': { title: 'Il y a beaucoup de trafic en ce moment', remedy: 'Attendez une minute, puis réessayez.' },
  'server.failed': {
    title: 'Quelque chose a échoué de notre côté',
    remedy: 'Réessayez. Si cela persiste, donnez à l’assistance la référence ci-dessous.',
  },
  'storage.unreachable': {
    title: 'Il n’est pas possible de se connecter pour le moment',
    remedy: 'Réessayez dans quelques minutes.',
  },
  'population.unknown': { title: 'Il n’y a rien à cette adresse', remedy: check },
  'principal.suspended': { title: 'Ce compte est suspendu', remedy: 'Demandez à l’assistance pourquoi et que faire.' },
  'principal.foreign': {
    title: 'Ce compte relève d’une autre connexion',
    remedy: 'Connectez-vous là où il a été créé.',
  },
  'client.unknown': {
    title: 'Cette application n’est pas connue ici',
    remedy: 'Retournez-y et prévenez les personnes qui s’en occupent.',
  },
  'link.invalid': {
    title: 'Ce lien ne fonctionne pas',
    remedy: 'Vérifiez qu’il a été copié en entier ou demandez-en un nouveau.',
  },
  'link.expired': { title: 'Ce lien a expiré', remedy: 'Demandez-en un nouveau.' },
  'link.used': { title: 'Ce lien a déjà servi', remedy: 'Connectez-vous ou demandez un nouveau lien.' },
  'run.unknown': { title: 'Cette connexion n’est plus ouverte', remedy: again },
  'run.expired': { title: 'Cela a pris trop de temps et a été fermé', remedy: `Rien n’a été modifié. ${again}` },
  'run.other_browser': {
    title: 'Cela a été commencé dans un autre navigateur',
    remedy: 'Continuez dans ce navigateur-là, avec les cookies autorisés, ou recommencez ici depuis l’application.',
  },
  'run.moved': {
    title: 'Cela se poursuit sur votre autre appareil',
    remedy: 'Continuez là-bas\u00a0; cette page peut être fermée. Si cet appareil '
      + 'n’est pas à portée de main, recommencez.',
  },
  'run.finished': { title: 'C’est déjà fait', remedy: 'Retournez à l’application.' },
  'credential.refused': {
    title: 'Cela ne correspond pas',
    remedy: 'Vérifiez votre saisie ou utilisez un autre moyen de vous connecter.',
  },
  'credential.throttled': {
    title: 'Trop d’essais pour le moment',
    remedy: 'Attendez quelques minutes ou utilisez un autre moyen de vous connecter.',
  },
  'passkey.other_door': {
    title: 'Cette clé d’accès sert à une autre connexion',
    remedy: 'Utilisez-la là-bas ou choisissez-en une autre.',
  },
  'passkey.refused': {
    title: 'La clé d’accès n’a pas pu être vérifiée',
    remedy: 'Réessayez ou utilisez un autre moyen de vous connecter.',
  },
  'session.ended': { title: 'Votre session est fermée', remedy: 'Reconnectez-vous.' },
  'session.contained': { title: 'Ce changement n’est pas possible dans cette session', remedy: 'Déconnectez-vous, reconnectez-vous, puis faites le changement.' },
};

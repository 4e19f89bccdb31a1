import type { ErrorTexts } from '../errors-on-pages.ts';

const again = 'Volte ao aplicativo e recomece.';

export const errors: ErrorTexts = {
  'request.invalid': { title: 'Este link ou formulário não está completo', remedy: again },
  'request.malformed': { title: 'Não foi possível ler isto', remedy: again },
  'request.too_large': {
    title: 'Isto é mais do que se pode enviar de uma vez',
    remedy: 'Volte e encurte o que foi digitado.',
  },
  'request.unknown_host': {
    title: 'Não há nada neste endereço',
    remedy: 'Confira o endereço ou volte ao aplicativo.',
  },
  'request.cross_site': { title: 'Este passo foi iniciado em outro site', remedy: again },
  'request.rate_limited': {
    title: 'Há muita atividade vinda da sua conexão',
    remedy: 'Espere um minuto e tente de novo.',
  },
  'request.not_found': {
    title: 'Não há nada neste endereço',
    remedy: 'Confira o endereço ou volte ao aplicativo.',
  },
  'request.method_not_allowed': { title: 'Esta página não pode ser aberta assim', remedy: again },
  'server.busy': { title: 'Há muito movimento no momento', remedy: 'Espere um minuto e tente de novo.' },
  'server.failed': {
    title: 'Algo falhou do nosso lado',
    remedy: 'Tente de novo. Se continuar assim, informe ao suporte a referência abaixo.',
  },
  'storage.unreachable': {
    title: 'No momento não é possível entrar',
    remedy: 'Tente de novo em alguns minutos.',
  },
  'population.unknown': {
    title: 'Não há nada neste endereço',
    remedy: 'Confira o endereço ou volte ao aplicativo.',
  },
  'principal.suspended': {
    title: 'Esta conta está suspensa',
    remedy: 'Pergunte ao suporte por que e o que fazer.',
  },
  'principal.foreign': {
    title: 'Esta conta pertence a outra entrada',
    remedy: 'Entre pelo lugar ao qual a conta pertence.',
  },
  'client.unknown': {
    title: 'Este aplicativo não é conhecido aqui',
    remedy: 'Volte a ele e avise os responsáveis.',
  },
  'link.invalid': {
    title: 'Este link não funciona',
    remedy: 'Confira se ele foi copiado por inteiro ou peça um novo.',
  },
  'link.expired': { title: 'O prazo deste link acabou', remedy: 'Peça um novo.' },
  'link.used': { title: 'Este link já foi usado', remedy: 'Entre na conta ou peça um novo link.' },
  'run.unknown': { title: 'Esta entrada não está mais aberta', remedy: again },
  'run.expired': { title: 'Isto demorou demais e foi encerrado', remedy: `Nada foi alterado. ${again}` },
  'run.other_browser': {
    title: 'Isto foi iniciado em outro navegador',
    remedy: 'Continue naquele navegador, com cookies permitidos, ou recomece aqui a partir do aplicativo.',
  },
  'run.moved': {
    title: 'Isto continua no seu outro dispositivo',
    remedy: 'Continue lá; esta página pode ser fechada. Se ele não estiver à mão, recomece.',
  },
  'run.finished': { title: 'Isto já está feito', remedy: 'Volte ao aplicativo.' },
  'credential.refused': {
    title: 'Os dados não combinam',
    remedy: 'Confira o que foi digitado ou use outra forma de entrar.',
  },
  'credential.throttled': {
    title: 'Tentativas demais por enquanto',
    remedy: 'Espere alguns minutos ou use outra forma de entrar.',
  },
  'passkey.other_door': {
    title: 'Esta chave de acesso pertence a outra entrada',
    remedy: 'Use-a lá ou escolha outra.',
  },
  'passkey.refused': {
    title: 'Não foi possível verificar a chave de acesso',
    remedy: 'Tente de novo ou use outra forma de entrar.',
  },
  'session.ended': { title: 'Sua sessão foi encerrada', remedy: 'Entre de novo.' },
  'session.contained': { title: 'Isto não pode ser alterado nesta sessão', remedy: 'Saia, entre de novo e faça então a alteração.' },
};

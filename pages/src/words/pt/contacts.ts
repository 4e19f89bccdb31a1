import type { ContactWords } from '../en/contacts.ts';

export const contacts: ContactWords = {
  'contact.offer.title': 'Peça a alguém de confiança',
  'contact.offer.text': 'Você indicou pessoas que podem dizer que é você. Elas recebem um e-mail, e você diz um número '
    + 'a elas. Depois do sim delas, há uma espera de {hours, plural, one {# hora} other {# horas}}, em que é possível '
    + 'interromper tudo a partir de qualquer endereço desta conta.',
  'contact.submit': 'Pedir a elas',
  'contact.other-way': 'Não consigo falar com elas',
  'contact.asked.title': 'Ligue para a pessoa de confiança',
  'contact.asked.text': 'Ela recebeu um e-mail de {brand}. Ligue para ela ou encontre-a e diga este número. Não o '
    + 'envie por escrito. Você pode fechar esta página; ela mostra o número de novo quando você voltar.',
  'contact.number': 'O número que você deve dizer a ela',
  'trusted-contact.somebody': 'alguém',
  'trusted-contact.accept': 'Sim, aceito',
  'trusted-contact.decline': 'Não, prefiro não participar',
  'trusted-contact.confirm': 'É mesmo essa pessoa',
  'trusted-contact.stop': 'Não é essa pessoa',
  'trusted-contact.number': 'O número que essa pessoa diz a você',
  'trusted-contact.hint': 'Fale com essa pessoa, por telefone ou cara a cara, e reconheça a voz dela. Não aceite o '
    + 'número por mensagem.',
  'trusted-contact.ask.title': 'Ser um contato de confiança?',
  'trusted-contact.ask.text': '{owner} pergunta se, um dia, você diria que é mesmo essa pessoa quem perdeu o acesso à '
    + 'própria conta de {brand}. Você não recebe acesso a ela nem vê nada dela.',
  'trusted-contact.accepted.title': 'Você é um contato de confiança',
  'trusted-contact.accepted.text': 'Se {owner} perder um dia o acesso à própria conta de {brand}, você receberá um '
    + 'e-mail. Você pode deixar de ser contato a qualquer momento.',
  'trusted-contact.declined.title': 'Você não é um contato',
  'trusted-contact.declined.text': 'Você não receberá mais e-mails sobre a conta de {owner} em {brand}.',
  'trusted-contact.confirm.title': 'É mesmo essa pessoa?',
  'trusted-contact.confirm.text': 'Alguém diz ser {owner} e quer voltar a entrar em uma conta de {brand}, a partir de: '
    + '{device}. Se for mesmo essa pessoa, ela poderá criar uma nova forma de entrar depois de uma espera. Você não '
    + 'recebe acesso.',
  'trusted-contact.confirmed.title': 'Agradecemos, é só isso',
  'trusted-contact.confirmed.text': '{owner} poderá continuar depois de uma espera, em que todos os endereços dessa '
    + 'pessoa recebem um aviso.',
  'trusted-contact.stopped.title': 'Foi interrompido',
  'trusted-contact.stopped.text': 'Ninguém entra assim na conta de {owner} em {brand}. Avise {owner}.',
  'trusted-contact.ended.title': 'Não há mais nada a fazer',
  'trusted-contact.ended.text': 'Isto já foi resolvido ou foi interrompido por {owner}.',
  'mail.contact.be.subject': '{owner} pede que você seja um contato de confiança em {brand}',
  'mail.contact.be.intro': '{owner} pergunta se, um dia, você diria que é mesmo essa pessoa quem perdeu o acesso à '
    + 'própria conta de {brand}. Você não recebe acesso a ela.',
  'mail.contact.be.action': 'Dizer sim ou não',
  'mail.contact.confirm.subject': 'É mesmo {owner} quem quer voltar a entrar na própria conta de {brand}?',
  'mail.contact.confirm.intro': 'Alguém diz ser {owner} e quer voltar a entrar em uma conta de {brand}. Fale com '
    + '{owner} antes de fazer qualquer coisa; essa pessoa dirá um número a você.',
  'mail.contact.confirm.action': 'Ver o pedido',
  'mail.contact.nothing': 'Se você não fizer nada, nada acontece.',
  'mail.changed.contact-added.subject': 'Um contato de confiança foi indicado para sua conta de {brand}',
  'mail.changed.contact-added.intro': 'Alguém que entrou na sua conta indicou uma pessoa que pode dizer que é você, '
    + 'caso você perca o acesso.',
  'account.contacts': 'Contatos de confiança',
  'account.contacts.text': 'Indique até duas pessoas que possam dizer que é você, se você perder o acesso. Elas não '
    + 'recebem acesso.',
  'account.contacts.way': 'Contatos de confiança',
  'account.contacts.address': 'Endereço de e-mail dessa pessoa',
  'account.contacts.add': 'Pedir por e-mail',
  'account.contacts.asked': 'Ainda não respondeu',
  'account.contacts.accepted': 'Disse que sim',
  'account.news.contact-asked': 'Enviamos o pedido por e-mail.',
  'account.news.contact-removed': 'Essa pessoa não é mais um contato.',
  'account.news.contact-refused': 'Esse endereço não pode ser um contato: indique no máximo duas outras pessoas, cada '
    + 'uma só uma vez.',
};

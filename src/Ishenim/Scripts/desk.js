// The desk needs none of this: it only saves typing and wrong steps.
(() => {
  document.getElementById('errors')?.focus()
  document.querySelectorAll('[data-print]').forEach(button => { button.hidden = false; button.onclick = () => print() })

  // Text areas grow with their text.
  document.querySelectorAll('textarea').forEach(area => {
    const grow = () => { area.style.height = 'auto'; area.style.height = `${area.scrollHeight + 4}px` }
    area.addEventListener('input', grow)
    if (area.value) grow()
  })

  // Leaving with typed words unsaved is asked about once.
  let typed = false
  document.querySelectorAll('form[method=post]').forEach(form => {
    form.addEventListener('input', event => { typed ||= event.target.type !== 'password' })
    form.addEventListener('submit', event => {
      if (form.sent) event.preventDefault()
      // What opens in another window leaves this one as it is: it may be pressed again.
      form.sent = !(event.submitter?.formTarget || form.target)
      typed = false
    })
  })
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => { form.sent = false }))
  addEventListener('beforeunload', event => { if (typed) event.preventDefault() })
})()

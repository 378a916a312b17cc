// Reads the square code of our sheets; null where the browser cannot.
const detector = (async () => {
  try {
    return (await BarcodeDetector.getSupportedFormats()).includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null
  } catch { return null }
})()

// What it says of a picture or film: undefined where there is no code, '' where it is none of ours.
const markIn = async picture => {
  const codes = await (await detector).detect(picture)
  return codes.map(code => code.rawValue).find(text => text.startsWith('ishenim:')) ?? (codes.length ? '' : undefined)
}

const put = (slip, mark) => {
  slip.value = mark
  slip.dispatchEvent(new Event('input', { bubbles: true }))
}

// The number of a coded sheet, read with the camera.
const readMarks = async form => {
  const [slip, box, film, words] = [form.elements.slip, form.querySelector('dialog'), form.querySelector('video'), form.querySelector('dialog').dataset]
  const tell = text => { box.querySelector('[role=status]').textContent = text }
  const look = async stream => {
    film.srcObject = stream
    await film.play()
    tell('')
    while (box.open) {
      // A film's first pictures may not be there yet.
      const mark = await markIn(film).catch(() => undefined)
      if (mark && box.open) {
        put(slip, mark)
        box.close()
        form.querySelector('[data-mark]').textContent = words.read
        slip.focus()
      } else if (mark === '') tell(words.other)
      await new Promise(done => setTimeout(done, 150))
    }
  }
  const open = async () => {
    box.showModal()
    tell(words.wait)
    let stream
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (box.open) await look(stream)
    } catch (fault) {
      tell(fault.name === 'NotAllowedError' ? words.refused : words.none)
    }
    stream?.getTracks().forEach(track => track.stop())
  }
  box.querySelector('button').onclick = () => box.close()
  const button = form.querySelector('[data-camera]')
  button.querySelector('button').onclick = open
  button.hidden = !(await detector && navigator.mediaDevices && box.showModal)
}

// Photos become JPEGs of at most 2000 px: lighter, upright, and without place and time; each turn is a quarter to the right.
// What cannot be drawn goes as it is.
const shrink = async (file, turns = 0) => {
  if (!/^image\/(jpeg|png|webp|hei[cf])$/.test(file.type)) return file
  try {
    const photo = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, 2000 / Math.max(photo.width, photo.height))
    const [width, height] = [photo.width, photo.height].map(side => Math.ceil(side * scale))
    const canvas = Object.assign(document.createElement('canvas'), turns % 2 ? { width: height, height: width } : { width, height })
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.translate(canvas.width / 2, canvas.height / 2)
    pen.rotate(turns * Math.PI / 2)
    pen.drawImage(photo, -width / 2, -height / 2, width, height)
    const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .85))
    return small ? new File([small], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file
  } catch { return file }
}

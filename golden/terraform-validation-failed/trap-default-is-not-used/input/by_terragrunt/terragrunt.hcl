inputs = {
  size = 1
}

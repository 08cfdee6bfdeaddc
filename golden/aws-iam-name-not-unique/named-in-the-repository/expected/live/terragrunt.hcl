terraform {
  source = "../other"
}

inputs = {
  role = "prod-by-input"
}

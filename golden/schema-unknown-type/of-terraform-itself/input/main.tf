resource "terraform_data" "known" {
  input = 1
}

resource "terraform_datum" "misspelt" {
}

ephemeral "terraform_data" "lasting" {
}

data "terraform_remote_state" "known" {
  backend = "local"
}

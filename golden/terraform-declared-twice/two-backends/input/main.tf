terraform {
  backend "local" {
    path = "old.tfstate"
  }
}

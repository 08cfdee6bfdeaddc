terraform {
  required_providers {
    docker = {
      source = "kreuzwerker/docker"
    }
  }
}

module "web" {
  source = "./web"
}

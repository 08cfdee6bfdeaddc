module "templates" {
  source = "templates"
}

module "github" {
  source = "github.com/example/network"
}

module "right" {
  source = "./network"
}

module "table" {
  source = "./modules/table"

  versioned = true
}

module "similar" {
  source = "git::https://git.example.com/platform/modules.git//bucket-policy?ref=v1.4.0"

  versioned = true
}

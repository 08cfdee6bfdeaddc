module "branch" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=main"

  name      = "acme-branch"
  versioned = true
}

module "commit" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=8f4be2d19a7c"

  name      = "acme-commit"
  versioned = true
}

module "both" {
  source = "git::https://git.example.com/platform/modules.git//bucket?ref=v1.4.0"

  name               = "acme-both"
  versioned          = true
  versioning_enabled = true
}

variable "name" {
  type = string
}

locals {
  tried     = try(file("${path.module}/none.txt"), "")
  exists    = fileexists("${path.module}/none.txt") ? file("${path.module}/none.txt") : ""
  variable  = file("${path.module}/${var.name}.txt")
  home      = file("~/.ssh/id_rsa.pub")
  loop      = [for name in fileset(path.module, "*.txt") : file("${path.module}/${name}")]
  elsewhere = file("/etc/hosts")
}

locals {
  folder = "scripts"
  start  = file("${path.module}/scripts/start.sh")
  stop   = file("${path.module}/${local.folder}/stop.sh")
  page   = templatefile("page.html.tftpl", { name = "app" })
  there  = file("${path.module}/scripts/there.sh")
}

module "child" {
  source = "./child"
}

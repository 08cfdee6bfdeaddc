data "cloudinit_config" "vm" {
  gzip = true

  part {
    content_type = "text/x-shellscript"
    content      = "echo"
  }
}

output "vm" {
  value = data.cloudinit_config.vm.rendered
}
